import { keepPlace } from './preview/keep-place';

keepPlace();
