import { testHostileRequests } from './hostile-staff-requests';

testHostileRequests((values) => values);
