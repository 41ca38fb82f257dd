/**
 * Why a process cannot start, as one sentence for the operator. It ends with exit code 1 and without a stack:
 * nothing is wrong with the program.
 */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
