import { cropAround } from '../../../src/cms/media/crop';

const original = { width: 1000, height: 500 };
const square = { width: 100, height: 100 };

test('the focal point is in the middle where the edges allow it', () => {
  expect(cropAround(original, { x: 0.5, y: 0.5 }, square)).toEqual({ left: 250, top: 0, width: 500, height: 500 });
  expect(cropAround(original, { x: 0.6, y: 0.5 }, square)).toEqual({ left: 350, top: 0, width: 500, height: 500 });
});

test('a crop never leaves the picture', () => {
  expect(cropAround(original, { x: 0, y: 0 }, square)).toMatchObject({ left: 0, top: 0 });
  expect(cropAround(original, { x: 1, y: 1 }, square)).toMatchObject({ left: 500, top: 0 });
});

test('the same proportions take the whole picture', () => {
  expect(cropAround(original, { x: 0.1, y: 0.9 }, { width: 400, height: 200 })).toEqual({ left: 0, top: 0, width: 1000, height: 500 });
});
