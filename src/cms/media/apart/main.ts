import { buffer } from 'node:stream/consumers';
import { draw } from './draw';
import { encodePicture } from './encode-picture';
import { TOO_LARGE, UNREADABLE } from './exit-codes';

/**
 * A program of its own for what strangers sent and what costs much: `draw` makes a PNG of an SVG, `encode` a picture that we keep, behind a
 * line that says what it is. The file comes by standard input.
 */
async function main(task: string | undefined): Promise<void> {
  const input = await buffer(process.stdin);
  if (task === 'draw') {
    const png = await draw(input);
    if (png === null) process.exitCode = TOO_LARGE;
    else process.stdout.write(png);
  } else {
    const { content, ...facts } = await encodePicture(input);
    process.stdout.write(`${JSON.stringify(facts)}\n`);
    process.stdout.write(content);
  }
}

void main(process.argv[2]).catch(() => { process.exitCode = UNREADABLE; });
