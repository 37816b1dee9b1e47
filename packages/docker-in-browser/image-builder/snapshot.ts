import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BootFiles, BuildMachine } from './build-machine.ts'

/**
 * Boots the disk with its images and saves the machine at its prompt: engine running, one container run and gone.
 * `state.bin` and the disk as it was at that moment.
 */
export async function takeSnapshot(from: BootFiles, folder: string): Promise<void> {
  await BuildMachine.onCopy(from, folder, async (machine) => {
    await machine.run('docker run --rm busybox true')
    writeFileSync(join(folder, 'versions.txt'), await machine.run(versionsScript))
    writeFileSync(join(folder, 'images.txt'), await machine.run('docker images; docker info 2>&1'))
    // A fresh daemon, without the garbage of what was asked above.
    await machine.run('service docker restart')
    console.log(await machine.run(idleScript))
    await machine.emulator.stop()
    machine.writeDisk()
    const state = await machine.emulator.save()
    writeFileSync(join(folder, 'state.bin'), new Uint8Array(state))
  })
}

/**
 * Leaves in memory what a short session needs and nothing else. The page cache is dropped, then filled again by what
 * nearly every lab begins with: these pages are the same bytes as on the disk, but packed without their neighbours,
 * and there before they are asked for. Free memory is zeroed, so that it packs to nothing.
 */
const idleScript = `
rm -f /root/.bash_history
mkdir -p /mnt/zero; mount -t tmpfs -o size=100% zero /mnt/zero
fill() { head -c $(($1 * 1024)) /dev/zero >/mnt/zero/fill; rm /mnt/zero/fill; }
amount() { awk "/^$1:/{print \\$2}" /proc/meminfo; }
# Reading ahead would fill memory with neighbors of what is read, and a page that is missing later is loaded anyway.
read_ahead=/sys/block/sda/queue/read_ahead_kb; usual=$(cat $read_ahead); echo 0 >$read_ahead
# Dropping caches spares the pages that a program has mapped, and a daemon maps much that only its start needs. A short
# lack of memory takes those too.
for left in 24000 10000 4000; do fill $(($(amount MemAvailable) - left)); done
sync; echo 3 >/proc/sys/vm/drop_caches; echo 1 >/proc/sys/vm/compact_memory
docker ps >/dev/null; docker run --rm busybox true; docker images >/dev/null; docker ps -a >/dev/null
echo $usual >$read_ahead
grep -E '^(Name|RssAnon|RssFile)' /proc/$(pidof dockerd)/status /proc/$(pidof containerd)/status
# Free memory only, down to what the kernel keeps for itself: taking more would push the pages out that were read above.
kept=$(cat /proc/sys/vm/min_free_kbytes); echo 512 >/proc/sys/vm/min_free_kbytes
fill $(($(amount MemFree) - 2500))
umount /mnt/zero; rmdir /mnt/zero; echo $kept >/proc/sys/vm/min_free_kbytes
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
