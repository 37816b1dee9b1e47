import * as v from 'valibot'

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** One path segment of an address: lowercase words joined by hyphens. */
export const slugSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${slug}$`), 'a slug: lower-case letters, digits and single hyphens'),
)

/**
 * `images.multi-stage-builds`: area, dot, topic. Permanent, because progress refers to it. A lesson's address comes from
 * its folder and may change.
 */
export const lessonIdSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${slug}\\.${slug}$`), 'a lesson id: area.topic, such as images.dockerignore'),
)

/** `images.multi-stage-builds.separate`: the lesson's id, dot, a name for the objective. */
export const objectiveIdSchema = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^${slug}\\.${slug}\\.${slug}$`),
    'an objective id: lesson id and a name, such as images.dockerignore.context',
  ),
)

/** Items and objectives are named alike: the lesson's id, dot, a name. */
export const itemIdSchema = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^${slug}\\.${slug}\\.${slug}$`),
    'an item id: lesson id and a name, such as images.dockerignore.q-env-in-context',
  ),
)

/** The lesson an item or objective belongs to: everything before the last dot. */
export function lessonIdOf(itemId: string): string {
  return itemId.slice(0, itemId.lastIndexOf('.'))
}

/** The area a lesson, item or objective belongs to: everything before the first dot. */
export function areaIdOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}
