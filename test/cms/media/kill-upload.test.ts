import { killWhileUploading } from './upload-kills';

test('kill -9 in the middle of uploading leaves no half file, no file without a row and no row without a file', async () => {
  const { problems, acknowledged } = await killWhileUploading(4);
  expect(acknowledged).toBeGreaterThanOrEqual(4);
  expect(problems).toEqual([]);
}, 90_000);
