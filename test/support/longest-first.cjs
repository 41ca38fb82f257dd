const { default: Sequencer } = require('@jest/test-sequencer');

/** Folders and names of files that drive a browser, start processes or walk the whole demonstration. */
const LONG = /browser|journeys|\/start\/|\/guards\//;

/**
 * Long files first, so that none runs alone at the end. Jest knows their durations from the run before; on a machine that has not run
 * them it goes by size, and the longest are small.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
};
