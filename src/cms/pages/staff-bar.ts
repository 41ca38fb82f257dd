import type { RequestHandler } from 'express';
import { may } from '../../accounts/permissions';

/** Signed-in staff get a small bar on public pages; for everybody else pages are the same, byte for byte. */
export const recogniseStaff: RequestHandler = (req, res, next) => {
  if (req.user && may(req.user, 'enter', { area: 'staff' })) res.locals.staffBar = { name: req.user.name, editUrl: null };
  next();
};
