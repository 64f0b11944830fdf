import { objectResources, type ObjectKind, type ObjectNames } from '../policy/object-names';
import type { Row } from './status-lists';

/** The lists of named objects that the configuration API shows, by resource. Ids are stable while the process runs. */
export function configurationLists(names: ObjectNames): Map<string, Row[]> {
  const lists = new Map<string, Row[]>();
  for (const kind of Object.keys(objectResources) as ObjectKind[]) {
    const resource = objectResources[kind];
    const rows = names[kind].map((name, index) => ({
      id: index + 1,
      name,
      description: '',
      resource_uri: `/api/admin/configuration/v1/${resource}/${index + 1}/`,
    }));
    lists.set(resource, rows);
  }
  return lists;
}
