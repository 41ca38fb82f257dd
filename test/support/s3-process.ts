import S3rver from '@20minutes/s3rver';

/** A process of its own for s3-server.ts: says its port, and ends with whoever started it. Arguments: folder, bucket. */
async function main(): Promise<void> {
  const [, , directory, bucket] = process.argv as [string, string, string, string];
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  server.middleware.splice(-1, 0, signBucketsWithSlash);
  const { port } = await server.run();
  process.stdout.write(`${port}\n`);
  process.stdin.resume().on('end', () => process.exit());
}

/**
 * The server computes the signature of `/media/?list-type=2` as if the address had no slash at its end, and so refuses every listing of
 * Amazon's library. What it puts around a bucket for mounted applications gives the slash back; signatures are verified all the same.
 */
const signBucketsWithSlash: S3rver['middleware'][number] = (context, next) => {
  if (/^\/[^/]+\/$/.test(context.path)) {
    context.state.vhost = true;
    context.mountPath = '/';
  }
  return next();
};

void main();
