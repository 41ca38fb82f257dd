import { testHostileRequests } from './hostile-staff-requests';

let turn = 0;

/** Two for each field, other ones each time, so that all of them are asked somewhere; the long suite asks all everywhere. */
testHostileRequests((values) => {
  turn += 2;
  return [values[turn % values.length]!, values[(turn + 1) % values.length]!];
});
