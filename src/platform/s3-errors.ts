import { Unavailable } from './http/errors';

/** "No such bucket" is a 404 too, but no file that is missing: saying so would make readers think that everything is gone. */
export function isMissingObject(error: unknown): boolean {
  const { name, $metadata: answer } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NoSuchKey' || (name === 'NotFound' && answer?.httpStatusCode === 404);
}

/**
 * What the library for S3 throws, in our words: the network, time-outs, refusals. The log gets the cause, the reader none of it: it
 * names hosts and buckets.
 * @throws Unavailable
 */
export function fromStore(error: unknown): never {
  const unavailable = new Unavailable('The store of images and documents does not answer just now. Nothing was changed; please try again in a minute.');
  unavailable.cause = error;
  throw unavailable;
}
