import http, { type IncomingMessage, type RequestListener, type Server } from 'node:http';
import net from 'node:net';
import { answerMalformedRequests } from './platform/http/client-error';
import { limitBodies, type BodyTimes } from './platform/http/slow-bodies';
import { Refusal } from './platform/refusal';

export interface WebServer {
  /** No new connections; resolves when the answers under way are out, or cuts them off after 25 s. */
  close(): Promise<void>;
}

const FINISH_WITHIN = 25_000;

/**
 * Whether the port could be had. Asked before the database is touched: a second `npm start` by mistake should
 * say so at once.
 * @throws Refusal
 */
export async function checkPort(port: number): Promise<void> {
  const probe = net.createServer();
  await listen(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Milliseconds. */
export interface RequestTimes extends BodyTimes {
  readonly headers: number;
  /** How often Node looks for those who are too slow. */
  readonly look: number;
}

/** Rule 46. */
const TIMES: RequestTimes = { headers: 15_000, usual: 60_000, uploads: 300_000, look: 5_000 };

/** Rule 46: the time-outs nest inside the proxy's; keep-alive is longer than the proxy's, or 502s appear. */
export async function openWebServer(port: number, handler: RequestListener, https: boolean, times = TIMES): Promise<WebServer> {
  const server = http.createServer({
    headersTimeout: times.headers,
    requestTimeout: times.uploads,
    keepAliveTimeout: 75_000,
    connectionsCheckingInterval: times.look,
  });
  const refuse = answerMalformedRequests({ https });
  const limited = limitBodies(handler, times, isUpload, (req, res) => {
    if (res.headersSent) req.socket.destroy();
    else refuse(Object.assign(new Error('The body came too slowly'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), req.socket);
  });
  server.on('request', limited);
  server.on('clientError', refuse);
  // "Expect: 100-continue" Node does itself; whatever else somebody expects is theirs to forget (RFC 9110, section 10.1.1)
  server.on('checkExpectation', limited);
  await listen(server, port);
  return { close: () => close(server) };
}

/** By what stands in the head of a request: who may send files is asked later. */
function isUpload({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'POST' && /^\/admin\/(images|documents)\b/.test(url) && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

function listen(server: net.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)));
    server.listen(port, () => resolve());
  });
}

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Refusal(`Port ${port} is taken by another program: stop that one, or set PORT to a free port.`);
  if (error.code === 'EACCES') return new Refusal(`Port ${port} may not be opened by this user: set PORT to one above 1023.`);
  return error;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const deadline = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
  // a connection that was busy when we closed is kept alive after its answer: ask again until none is left
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(deadline);
  clearInterval(sweep);
}
