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
    // A fresh daemon, without the garbage of its start and of building images.
    await machine.run('service docker restart; docker run --rm busybox true; docker ps >/dev/null')
    await machine.run(restScript)
    await machine.emulator.stop()
    machine.writeDisk()
    const state = await machine.emulator.save()
    writeFileSync(join(folder, 'state.bin'), new Uint8Array(state))
  })
}

/** Caches are dropped where the disk can serve them again; free memory is zeroed, so that it packs to nothing. */
const restScript = `
rm -f /root/.bash_history
sync; echo 3 >/proc/sys/vm/drop_caches; echo 1 >/proc/sys/vm/compact_memory
mkdir -p /mnt/zero; mount -t tmpfs -o size=100% zero /mnt/zero
free=$(awk '/^MemAvailable/{print $2}' /proc/meminfo)
head -c $(( (free - 24000) * 1024 )) /dev/zero >/mnt/zero/fill
rm /mnt/zero/fill; umount /mnt/zero; rmdir /mnt/zero
sync; cat /proc/meminfo
`

const versionsScript = `
echo "engine $(docker version -f '{{.Server.Version}}')"
echo "client $(docker version -f '{{.Client.Version}}')"
echo "buildx $(docker buildx version | awk '{print $2}')"
echo "compose $(docker compose version --short)"
echo "containerd $(containerd --version | awk '{print $3}')"
echo "crun $(crun --version | awk 'NR==1{print $3}')"
echo "registry $(docker run --rm --entrypoint docker-registry registry:2 --version | awk '{print $3}')"
echo "cosign $(cosign version 2>/dev/null | awk '/GitVersion/{print $2}')"
echo "valkey $(docker run --rm valkey:8 valkey-server --version | sed 's/.*v=\\([^ ]*\\).*/\\1/')"
echo "busybox $(busybox | awk 'NR==1{print $2}')"
echo "kernel $(uname -r)"
`
