import { z } from 'zod';
import { pageNumber } from '../../cms/pages/pager';

/** An address that asks nothing. */
export const noQuery = z.object({});

/** `?page=2` */
export const pageQuery = z.object({ page: pageNumber });
