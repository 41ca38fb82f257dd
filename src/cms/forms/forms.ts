import { z } from 'zod';
import { id } from '../../platform/http/strict-input';

export const formParams = z.object({ id });
