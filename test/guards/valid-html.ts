import { HtmlValidate } from 'html-validate/node';
import request from 'supertest';
import { HTML_RULES } from '../support/html-rules';
import type { TestSite } from '../support/site';

/** What is wrong with the markup at these addresses: the validator's complaints, and pages that have not one h1. */
export async function invalidMarkup(site: TestSite, urls: readonly string[]): Promise<string[]> {
  const validator = new HtmlValidate(HTML_RULES);
  const problems: string[] = [];
  for (const url of urls) {
    const { text } = await request(site.server).get(url);
    const { results } = await validator.validateString(text, url);
    problems.push(...results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${url}:${line} ${message} (${ruleId})`)));
    if (text.match(/<h1[\s>]/g)?.length !== 1) problems.push(`${url} has not one h1`);
  }
  return problems;
}
