import { runProcess } from '../../src/shut-down';
import { openWebServer } from '../../src/web-server';

/** Run by failure.test.ts in a process of its own: it fails while a request is being answered. */
runProcess(async (parts) => {
  parts.web = await openWebServer(Number(process.argv[2]), (_request, response) => {
    setTimeout(() => response.end('finished'), 500);
    setTimeout(() => { throw new Error('nobody caught me'); }, 50);
  }, false);
  process.stdout.write('listening\n');
});
