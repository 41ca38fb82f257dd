import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { everyResponse } from './headers';

/**
 * For `server.on('clientError', …)`: Node answers malformed requests before Express sees them, with a bare status line.
 * This answer has the security headers too.
 */
export function answerMalformedRequests(config: { https: boolean }): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  const headers = Object.entries({ ...everyResponse(config), 'Cache-Control': 'no-store', Connection: 'close', 'Content-Length': '0' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');

  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = statusFor(error.code);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`);
    // time to read the answer, and then no more: a socket that only we have ended stays open for whoever goes on sending
    setTimeout(() => socket.destroy(), LINGER).unref();
  };
}

/** Milliseconds. */
const LINGER = 2_000;

function statusFor(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}
