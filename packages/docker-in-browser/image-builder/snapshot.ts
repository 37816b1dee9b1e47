import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BootFiles, BuildMachine } from './build-machine.ts'

/**
 * Boots a copy of the disk, runs one container and saves the machine at its prompt, with the engine running. Writes
 * `state.bin` and the disk as of that moment.
 */
export async function takeSnapshot(from: BootFiles, folder: string): Promise<void> {
  await BuildMachine.runOnCopy(from, folder, async (machine) => {
    await machine.run('docker run --rm busybox true')
    writeFileSync(join(folder, 'versions.txt'), await machine.run(versionsScript))
    writeFileSync(join(folder, 'images.txt'), await machine.run('docker images; docker info 2>&1'))
    // A new daemon has no garbage from the commands above in its memory.
    await machine.run('service docker restart')
    console.log(await machine.run(trimMemoryScript))
    await machine.emulator.stop()
    machine.writeDisk()
    const state = await machine.emulator.save()
    writeFileSync(join(folder, 'state.bin'), new Uint8Array(state))
  })
}

/**
 * Leaves only what a short visit needs in memory. Drops the page cache and refills it by running what nearly every lab
 * begins with, so that these pages come with the snapshot, without their neighbors on the disk. Zeroes free memory, so
 * that it compresses to nothing.
 */
const trimMemoryScript = `
rm -f /root/.bash_history
mkdir -p /mnt/zero; mount -t tmpfs -o size=100% zero /mnt/zero
fill_kb() { head -c $(($1 * 1024)) /dev/zero >/mnt/zero/fill; rm /mnt/zero/fill; }
meminfo_kb() { awk "/^$1:/{print \\$2}" /proc/meminfo; }
# Read-ahead would fill memory with the neighbors of each page. A page that is missing later is loaded on demand.
read_ahead=/sys/block/sda/queue/read_ahead_kb; default_kb=$(cat $read_ahead); echo 0 >$read_ahead
# Dropping caches keeps the pages that programs have mapped, and daemons map much that they only need to start. A brief
# shortage of memory evicts those, too.
for free_kb in 24000 10000 4000; do fill_kb $(($(meminfo_kb MemAvailable) - free_kb)); done
sync; echo 3 >/proc/sys/vm/drop_caches; echo 1 >/proc/sys/vm/compact_memory
docker ps >/dev/null; docker run --rm busybox true; docker images >/dev/null; docker ps -a >/dev/null
echo $default_kb >$read_ahead
grep -E '^(Name|RssAnon|RssFile)' /proc/$(pidof dockerd)/status /proc/$(pidof containerd)/status
# Only down to the kernel's reserve, because filling more would evict the pages that were read above.
reserve_kb=$(cat /proc/sys/vm/min_free_kbytes); echo 512 >/proc/sys/vm/min_free_kbytes
fill_kb $(($(meminfo_kb MemFree) - 2500))
umount /mnt/zero; rmdir /mnt/zero; echo $reserve_kb >/proc/sys/vm/min_free_kbytes
sync; grep -E '^(MemFree|Cached|Mapped|AnonPages|Slab)' /proc/meminfo
`

const versionsScript = `
echo "engine $(docker version -f '{{.Server.Version}}')"
echo "client $(docker version -f '{{.Client.Version}}')"
echo "buildx $(docker buildx version | awk '{print $2}')"
echo "compose $(docker compose version --short)"
echo "containerd $(containerd --version | awk '{print $3}')"
echo "crun $(crun --version | awk 'NR==1{print $3}')"
echo "registry $(docker run --rm --entrypoint docker-registry registry --version | awk '{print $3}')"
echo "valkey $(docker run --rm valkey valkey-server --version | sed 's/.*v=\\([^ ]*\\).*/\\1/')"
echo "busybox $(busybox | awk 'NR==1{print $2}')"
echo "kernel $(uname -r)"
`
