import { z } from 'zod';
import { datedQuery } from '../listings/list-query';

/** An address that asks nothing. */
export const noQuery = z.object({});

/** `?page=2` */
export const pageQuery = z.object({ page: datedQuery.page });
