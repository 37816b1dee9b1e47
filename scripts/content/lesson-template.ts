import * as v from 'valibot'
import { slugSchema } from '#domain/ids.ts'
import type { ContentFiles } from './content-files.ts'

export type NewLessonRequest = { area: string; number: string; slug: string; title: string }

export type NewLessonResult =
  | { kind: 'files'; files: Record<string, string>; folder: string }
  | { kind: 'rejected'; reason: string }

/**
 * The files of a new lesson. What only its author can know is left empty: the content check reports each gap with its
 * line, so its output is a list of what is still to be written.
 */
export function createLessonFiles(content: ContentFiles, request: NewLessonRequest): NewLessonResult {
  const rejected = (reason: string): NewLessonResult => ({ kind: 'rejected', reason })
  const areas = content.folders('content').filter((name) => /^\d\d-/.test(name))
  const areaFolder = areas.find((name) => name.slice('00-'.length) === request.area)
  if (!areaFolder) {
    const known = areas.map((name) => name.slice('00-'.length)).join(', ')
    return rejected(`the area must be one of ${known}; got ${request.area}`)
  }
  const areaId = /^id: (\S+)/m.exec(content.read(`content/${areaFolder}/area.yaml`) ?? '')?.[1]
  if (!areaId)
    return rejected(`content/${areaFolder}/area.yaml must have an id, which starts those of lessons`)
  if (!/^\d\d$/.test(request.number))
    return rejected(`the number must have two digits, such as 04; got ${request.number}`)
  if (!v.is(slugSchema, request.slug)) {
    return rejected(`the name must be lowercase words joined by hyphens; got ${request.slug}`)
  }
  const topics = content.folders(`content/${areaFolder}`)
  const isTaken = topics.find(
    (name) => name.startsWith(`${request.number}-`) || name.replace(/^\d\d-/, '') === request.slug,
  )
  if (isTaken)
    return rejected(`content/${areaFolder}/${isTaken} already has this number or name; choose another`)
  const folder = `content/${areaFolder}/${request.number}-${request.slug}`
  const id = `${areaId}.${request.slug}`
  return {
    kind: 'files',
    folder,
    files: {
      [`${folder}/lesson.mdx`]: lessonText(id, request.title),
      [`${folder}/quiz.yaml`]: quizText(id),
    },
  }
}

function lessonText(id: string, title: string): string {
  return `---
id: ${id}
title: ${JSON.stringify(title)}
note:
minutes: { beginner: 3, practitioner: 6, manager: 1 }
objectives:
  - id: ${id}.know
    text:
  - id: ${id}.do
    text:
manager:
  decision:
  when: []
  whenNot: []
  cost:
  risk:
  ask: []
tags: []
needs: []
sources: []
---

<For role="beginner">

## What it is for

<Myth belief="What many believe">

</Myth>

<Recap>

- The first thing that a beginner remembers.
- The second.

</Recap>

<Check items="${id}.q-single" />

</For>

<For role="practitioner">

## How it works

<Note title="A question a curious reader has">

</Note>

<Note title="Another one">

</Note>

<Recap>

- The first thing that a practitioner remembers.
- The second.

</Recap>

<Check items="${id}.q-match" />

</For>
`
}

function quizText(id: string): string {
  const item = (
    kind: string,
    objective: string,
    roles: string,
    home: string,
    rest: string,
  ) => `- id: ${id}.q-${kind}
  rev: 1
  kind: ${kind}
  objective: ${id}.${objective}
  roles: [${roles}]
  difficulty: 1
  stem:
${rest}
  explain:
  home: ${home}
  sources: []
`
  const parts = (...fields: string[]) =>
    ['a', 'b', 'c']
      .map((name) => [`    - id: ${name}`, ...fields.map((field) => `      ${field}:`)].join('\n'))
      .join('\n')
  return [
    item('single', 'know', 'beginner, practitioner', 'what-it-is-for', `  options:\n${parts('text', 'why')}`),
    item(
      'multi',
      'know',
      'beginner, practitioner',
      'what-it-is-for',
      `  options:\n${parts('text', 'right', 'why')}`,
    ),
    item('short', 'do', 'beginner, practitioner', 'what-it-is-for', '  as: word\n  accept: []\n  near: []'),
    item('match', 'do', 'practitioner', 'how-it-works', `  pairs:\n${parts('term', 'definition', 'why')}`),
  ].join('')
}
