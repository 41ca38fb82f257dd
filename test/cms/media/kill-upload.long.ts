import { killWhileUploading } from './upload-kills';

test('kill -9 thirty times in the middle of uploading leaves no half file, no file without a row and no row without a file', async () => {
  const { problems, acknowledged, interrupted } = await killWhileUploading(30);
  expect(acknowledged).toBeGreaterThanOrEqual(30);
  expect(interrupted).toBeGreaterThan(0);
  expect(problems).toEqual([]);
}, 600_000);
