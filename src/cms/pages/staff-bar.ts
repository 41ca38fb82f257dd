import type { RequestHandler } from 'express';

/** Signed-in staff get a small bar on public pages; for everybody else pages are the same, byte for byte. */
export const recogniseStaff: RequestHandler = (req, res, next) => {
  if (req.user) res.locals.staffBar = { name: req.user.name, editUrl: null };
  next();
};
