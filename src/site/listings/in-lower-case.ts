import { encodePath } from '../../cms/addresses/path';
import { redirectTo, type SubRequest, type SubRoute } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { queryString, type ListQuery } from '../../cms/pages/pager';

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
      return redirectTo(urlOf(encodePath(context.page.path)) + path + queryString(given(request.query)));
    },
  };
}

/** As it came: a first page that nobody asked for by number has none. */
function given(query: SubRequest['query']): ListQuery {
  return (Object.entries(query) as [string, string | number | undefined][])
    .map(([name, value]) => [name, value === undefined || (name === 'page' && Number(value) === 1) ? null : value] as const);
}
