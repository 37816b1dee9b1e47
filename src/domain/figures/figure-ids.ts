/**
 * Every figure: the id that authors write in `<Figure id="…" />`, the number readers cite ("Plate 3.1": the
 * area, then the topic, as in the folders of `content`) and the title.
 */
export const figures = {
  'average-and-peak': { plate: '1.1', title: 'Average and peak' },
  'resource-tax': { plate: '1.2', title: 'The resource tax' },
  'three-ways-to-run': { plate: '1.3', title: 'Three ways to run three apps' },
  'which-kernel': { plate: '2.1', title: 'One kernel, many userlands' },
  'what-a-container-sees': { plate: '2.2', title: 'What a container sees' },
  'shared-host': { plate: '2.3', title: 'Who gets how much of the host' },
  'runtime-chain': { plate: '2.4', title: 'Which of them may stop' },
  'ghost-weight': { plate: '3.1', title: 'Ghost weight' },
  'build-stages': { plate: '3.2', title: 'What each stage leaves' },
  'build-context': { plate: '3.3', title: 'What the builder gets' },
  'supply-chain': { plate: '4.1', title: 'Five ways in' },
  'name-of-an-image': { plate: '4.2', title: 'The name of an image, taken apart' },
  'keyless-signing': { plate: '4.3', title: 'Signed without a key' },
  'what-up-changes': { plate: '5.1', title: 'What up changes' },
  'name-lookup': { plate: '5.2', title: 'Who answers to a name' },
  'start-order': { plate: '5.3', title: 'Started is not ready' },
  'merged-files': { plate: '5.4', title: 'Two files, one model' },
  'who-resolves-whom': { plate: '6.1', title: 'Who finds whom' },
  'who-gets-the-port': { plate: '6.2', title: 'Who gets the port' },
  'vxlan-frame': { plate: '6.3', title: 'A frame inside a packet' },
  'seen-from-the-switch': { plate: '6.4', title: 'Seen from the switch' },
  'file-life': { plate: '7.1', title: 'The life of a file' },
  'what-survives': { plate: '7.2', title: 'What survives which command' },
  'bind-mount-owners': { plate: '7.3', title: 'Whose file it is' },
  'two-limits': { plate: '7.4', title: 'Two limits' },
  'two-stores': { plate: '7.5', title: 'Two stores, two partitions' },
  'log-rotation': { plate: '8.1', title: 'A tape with a length' },
  'scrape-to-alert': { plate: '8.2', title: 'From a file to an alert' },
  'request-trace': { plate: '8.3', title: 'One request, one trace' },
  'mapped-ids': { plate: '9.1', title: 'One user, two numbers' },
  'syscall-gates': { plate: '9.2', title: 'Who says no' },
  'what-the-audit-sees': { plate: '9.3', title: 'What the audit sees' },
} as const satisfies Record<string, { plate: string; title: string }>

export type FigureId = keyof typeof figures

export function isFigureId(id: string): id is FigureId {
  return Object.hasOwn(figures, id)
}
