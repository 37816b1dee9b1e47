/**
 * The components that authors can use in MDX, with their attributes. `true` marks a required attribute. The React
 * components are listed in `src/features/lesson/mdx-components.tsx`; `CommandParts` becomes plain HTML here.
 */
export const allowedComponents = {
  For: { role: true },
  Note: { title: true },
  Pitfall: { title: true },
  Myth: { belief: true },
  Check: { items: true },
  Recap: {},
  Compare: { caption: true },
  Figure: { id: true, state: false },
  FigureState: { id: true, state: true },
  Predict: { question: true },
  Terminal: { id: true },
  CommandParts: { caption: true },
} as const satisfies Record<string, Record<string, boolean>>

export const depthRoles = ['beginner', 'practitioner'] as const

export type DepthRole = (typeof depthRoles)[number]
