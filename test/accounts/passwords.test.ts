import { hashPassword, verifyPassword } from '../../src/accounts/passwords';

test('hashes are argon2id with 19 MiB, two passes, one lane', async () => {
  expect(await hashPassword('a long enough one')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('only the same password matches, in whichever form its accents were typed', async () => {
  const hash = await hashPassword('caf\u00e9 au lait');
  expect(await verifyPassword(hash, 'cafe\u0301 au lait')).toBe(true);
  expect(await verifyPassword(hash, 'cafe au lait')).toBe(false);
  expect(await verifyPassword(null, 'cafe au lait')).toBe(false);
});

test('passwords have 8 to 128 characters', async () => {
  await expect(hashPassword('1234567')).rejects.toThrow('8 to 128');
  await expect(hashPassword('x'.repeat(129))).rejects.toThrow('8 to 128');
  await hashPassword('x'.repeat(128));
});

test('of very many at once some are answered and the rest are told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 120 }, () => verifyPassword(null, 'anything')));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(16); // 4 at work, 100 waiting
  expect(await verifyPassword(null, 'anything')).toBe(false);
});
