import { serveFolder } from './build/static-server.ts'
import { buildFolder, site } from './site.ts'

/** `npm run serve`: serves the built site as a static host does, and prints its address. */
const port = Number(process.env.PORT ?? 4173)
const { address } = await serveFolder(`${buildFolder}/client`, { port, base: site.base })
console.log(`Docker Mastery is at ${address}`)
