/** How the program ends when it has made nothing. */
export const UNREADABLE = 3;
export const TOO_LARGE = 4;
