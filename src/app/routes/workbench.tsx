import { Workbench } from '../workbench/workbench.tsx'

export default function WorkbenchRoute() {
  return <Workbench />
}
