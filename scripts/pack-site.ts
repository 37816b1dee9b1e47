import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles } from './build/list-files.ts'
import { buildFolder, siteConfig } from './site-config.ts'

/**
 * A step of the Dockerfile: moves the built site into two folders, one for each layer of the container image. The labs'
 * image is a layer of its own, because it is large and seldom changes. Uncompressed files with compressed variants are
 * removed: nginx decompresses those for the rare client that accepts neither encoding.
 */
const target = process.argv[2]
if (!target) throw new Error('Missing the target folder. Usage: node scripts/pack-site.ts /packed')
const built = `${buildFolder}/client`
const site = join(target, 'site', siteConfig.base)
const parts = join(target, 'lab-image', siteConfig.base, 'lab/parts')

mkdirSync(dirname(parts), { recursive: true })
if (existsSync(join(built, 'lab/parts'))) renameSync(join(built, 'lab/parts'), parts)
for (const file of listFiles(built)) if (file.endsWith('.gz')) rmSync(file.slice(0, -'.gz'.length))
mkdirSync(dirname(site.replace(/\/$/, '')), { recursive: true })
renameSync(built, site.replace(/\/$/, ''))
