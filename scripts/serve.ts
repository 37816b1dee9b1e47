import { startStaticServer } from './build/static-server.ts'
import { buildFolder, siteConfig } from './site-config.ts'

/** `npm run serve`: serves the built site as a static host does, and prints its address. */
const port = Number(process.env.PORT ?? 4173)
const { address } = await startStaticServer(`${buildFolder}/client`, { port, base: siteConfig.base })
console.log(`Docker Mastery is at ${address}`)
