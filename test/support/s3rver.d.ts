declare module '@20minutes/s3rver' {
  import type { AddressInfo } from 'node:net';

  interface Context {
    path: string;
    mountPath?: string;
    readonly params?: unknown;
    readonly state: { vhost?: boolean };
  }

  /** A Koa application that speaks S3, over files in a folder. It has no types of its own. */
  class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string; configureBuckets: readonly { name: string }[] });
    /** Koa's, in order. */
    readonly middleware: ((context: Context, next: () => Promise<unknown>) => Promise<unknown>)[];
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }

  export = S3rver;
}
