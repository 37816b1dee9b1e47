/** Where what a lab's solutions print is recorded: beside its `lab.yaml`, or any file of its folder. */
export const labOutputPath = (sibling: string) => sibling.replace(/[^/]+$/, 'lab-output.yaml')
