import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createMailer } from '../../src/platform/mail';

const now = () => new Date('2026-11-22T10:15:00Z');
const mail = { to: 'reader@example.org', subject: 'Grüße', text: 'Hello\n' };

let folder: string;
beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-mail-')); });
afterEach(() => { fs.rmSync(folder, { recursive: true }); });

test('without a mail server each mail becomes a file of its own', async () => {
  const mailer = createMailer({ smtpUrl: null, from: 'no-reply@example.org', folder: path.join(folder, 'mail'), now });
  await Promise.all([mailer.send(mail), mailer.send(mail)]);

  const files = fs.readdirSync(path.join(folder, 'mail'));
  expect(files).toHaveLength(2);
  expect(files[0]).toMatch(/^2026-11-22T10-15-00-000Z-[0-9a-f]{6}\.eml$/);
  const content = fs.readFileSync(path.join(folder, 'mail', files[0]!), 'utf8');
  expect(content).toMatch(/^From: no-reply@example\.org$/m);
  expect(content).toMatch(/^To: reader@example\.org$/m);
  expect(content).toContain('Date: Sun, 22 Nov 2026 10:15:00 +0000');
  expect(content).toContain('Hello');
});

test('a line break in an address or a subject makes no header', async () => {
  const mailer = createMailer({ smtpUrl: null, from: 'no-reply@example.org', folder, now });
  await mailer.send({ ...mail, subject: 'one\r\nBcc: everybody@example.org' });
  expect(fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]!), 'utf8')).not.toMatch(/^Bcc:/m);
});

test('a mail server that is not there is an error, so that the job is tried again', async () => {
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${await closedPort()}`, from: 'no-reply@example.org', folder, now });
  await expect(mailer.send(mail)).rejects.toThrow('ECONNREFUSED');
});

test('mail goes through the mail server', async () => {
  const received = await receiveOneMail(async (port) => {
    await createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'no-reply@example.org', folder, now }).send(mail);
  });
  expect(received).toContain('MAIL FROM:<no-reply@example.org>');
  expect(received).toContain('RCPT TO:<reader@example.org>');
  expect(received).toContain('Hello');
});

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** As much of a mail server as one mail needs: says yes to everything and gives what it heard. */
async function receiveOneMail(send: (port: number) => Promise<void>): Promise<string> {
  let heard = '';
  const server = net.createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (inData) {
        if (!heard.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 taken\r\n');
      } else if (heard.endsWith('DATA\r\n')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (heard.endsWith('QUIT\r\n')) {
        socket.end('221 bye\r\n');
      } else {
        socket.write('250 yes\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await send((server.address() as net.AddressInfo).port);
  await new Promise((resolve) => server.close(resolve));
  return heard;
}
