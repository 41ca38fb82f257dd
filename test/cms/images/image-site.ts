import path from 'node:path';
import { addPerson, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { noise } from './hostile-files';
import { file, UploadClient, type Answer, type Part } from './upload-client';

export interface ImageRow {
  id: number; version: number; title: string; hash: string; sha256: string; storageKey: string; trashedAt: Date | null; tags: string[]; filename: string; focalX: number; alt: string | null;
}

/** A site with two people who look after its library. */
export interface ImageSite extends PeopleSite {
  client: UploadClient;
  second: UploadClient;
  /** Where files lie. */
  media: string;
  rowOf(id: number): Promise<ImageRow>;
  /** A picture like no other. */
  upload(filename?: string): Promise<ImageRow>;
  change(image: ImageRow, fields: Record<string, string>, by?: UploadClient): Promise<Answer>;
  replace(image: ImageRow, by?: UploadClient, content?: Buffer): Promise<Answer>;
  trash(image: ImageRow): Promise<Answer>;
}

export async function openImageSite(): Promise<ImageSite> {
  const site = await openPeopleSite();
  await addPerson(site, 'second@example.org', 'publishers');
  await addPerson(site, 'viewer@example.org', 'viewers');
  const client = await UploadClient.signedIn(site.origin, 'admin@example.org');
  const second = await UploadClient.signedIn(site.origin, 'second@example.org');
  const rowOf = async (id: number): Promise<ImageRow> => site.deps.db('images').where({ id }).first<ImageRow>('*');
  return {
    ...site, client, second, rowOf, media: path.join(site.deps.config.dataDir, 'media'),
    async upload(filename = 'picture.jpg') {
      const answer = await client.upload([file(await noise().jpeg().toBuffer(), filename)]);
      return rowOf(imagesIn(answer)[0]!.id);
    },
    change: (image, fields, by = client) => by.form(`/admin/images/${image.id}`, { version: String(image.version), ...fields }, { method: 'PATCH', json: true }),
    async replace(image, by = client, content) {
      const parts: Part[] = [{ name: 'version', content: String(image.version) }, file(content ?? await noise().png().toBuffer(), 'new.png')];
      return by.upload(parts, `/admin/images/${image.id}/versions`);
    },
    trash: (image) => client.form(`/admin/images/${image.id}/trash`, { version: String(image.version) }, { json: true }),
  };
}

interface Told { id: number; uri: string; version: number; label: string; duplicateOf: string | null; thumb: string }

export const jsonOf = (answer: Answer): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;
export const imagesIn = (answer: Answer): Told[] => jsonOf(answer)['images'] as Told[];
