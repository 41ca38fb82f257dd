import { encodePath } from '../../cms/addresses/path';
import { redirectTo, type SubRoute } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { queryString } from './pager';

/** P-02: keys in an address are lower case; in another case one redirect leads there, if there is something. */
export function inLowerCase<C>(route: SubRoute<C>): SubRoute<C> {
  return {
    ...route,
    async show(context, request) {
      const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, value.toLowerCase()]));
      const answer = await route.show(context, { ...request, params });
      const same = Object.entries(request.params).every(([name, value]) => params[name] === value);
      if (answer === null || 'redirect' in answer || same) return answer;
      const path = route.path.replace(/:(\w+)/g, (_all, name: string) => encodePath(params[name]!));
      return redirectTo(urlOf(encodePath(context.page.path)) + path + queryString(Object.entries(request.query) as [string, string][]));
    },
  };
}
