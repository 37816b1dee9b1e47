/** The path of the recorded output of a lab’s solutions: next to its `lab.yaml`, or to any other file of its folder. */
export const labOutputPath = (sibling: string) => sibling.replace(/[^/]+$/, 'lab-output.yaml')
