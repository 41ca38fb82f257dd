/** The colours of all pictures: one accent, and grounds that suit a light and a dark page. */

export const amber = '#f2b45c';
export const ice = '#e7eef5';
export const white = '#ffffff';

/** `from` to `to`: the ground. Then lines, from hardly seen to nearly white. */
export interface Tone {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly faint: string;
  readonly soft: string;
  readonly line: string;
  readonly bright: string;
}

function tone(colours: readonly [string, string, string, string, string, string, string]): Tone {
  const [from, to, body, faint, soft, line, bright] = colours;
  return { from, to, body, faint, soft, line, bright };
}

export const navy = tone(['#0d3354', '#071726', '#0a2238', '#1d4a6c', '#2c648f', '#4f94cf', '#79bdf2']);
export const blue = tone(['#0d5a97', '#062c51', '#0a4171', '#1c659f', '#2f7dbd', '#5ba7e2', '#a3d3f9']);
export const teal = tone(['#0f6266', '#062b35', '#0a454d', '#1c6f72', '#3f8f92', '#6cbdb8', '#a6e3da']);
export const indigo = tone(['#2d3879', '#11163a', '#1e2657', '#37448c', '#5563b0', '#8c9be0', '#bfc9f8']);
export const terracotta = tone(['#824634', '#351a18', '#5a2f26', '#8a523f', '#b0735a', '#dba283', '#f6d3bd']);
export const green = tone(['#206450', '#0a2c24', '#14463a', '#2a6c58', '#4f9079', '#7fbda5', '#b9e4d1']);
