import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { readBusyboxCommands } from './busybox-commands.ts'
import { guestFolder } from './package-folder.ts'
import { patchBinaries } from './patch-binaries.ts'
import { residentAgentSource } from './resident-agent.ts'
import { runShell, runTool } from './run-tool.ts'
import { shimLauncherSource } from './shim-launcher.ts'

/** Files that no lab needs: a third of what the packages contain. */
const excludedPaths = [
  'usr/share/{doc,doc-base,man,locale,info,i18n,zoneinfo,lintian,perl,perl5,bug,initramfs-tools,pixmaps,icons,applications}',
  'usr/share/{zsh,fish,systemtap,gdb,polkit-1,dbus-1,apport}',
  'usr/lib/i386-linux-gnu/{gconv,systemd,perl,perl-base}',
  'usr/lib/{systemd,init,udev,sysctl.d,initramfs-tools}',
  'usr/{games,local/games}',
  'etc/{init.d,rc?.d,cron*,logrotate.d,systemd,init,ucf.conf,perl}',
  'var/{cache,lib/apt,lib/dpkg,backups,mail,opt,spool}',
  // crun takes the place of runc. containerd’s own client and runc’s test programs are not needed.
  'usr/bin/{perl*,ctr,runc,pidfd-kill,recvtty,sd-helper,remap-rootfs,seccompagent,fs-idmap,containerd-stress}',
  'usr/sbin/runc',
]

/** Commands that people expect in a shell. busybox provides those that no Debian package does. */
const busyboxCommands = [
  ...['clear', 'reset', 'vi', 'ed', 'which', 'time', 'killall', 'renice', 'usleep', 'cal', 'bc', 'dc', 'ash'],
  ...['diff', 'cmp', 'patch', 'rev', 'strings', 'hexdump', 'xxd', 'crc32', 'dos2unix', 'unix2dos', 'uuidgen'],
  ...['unzip', 'cpio', 'bzip2', 'bunzip2', 'bzcat', 'xz', 'unxz', 'xzcat', 'chattr', 'lsattr', 'passwd'],
  ...['wget', 'nc', 'ping6', 'nslookup', 'traceroute', 'httpd', 'telnet', 'ftpget', 'ftpput', 'tftp'],
  ...['netstat', 'ifconfig', 'route', 'arp', 'arping', 'brctl', 'ipcalc', 'tunctl', 'pivot_root'],
]

/**
 * Makes the guest’s root filesystem from the packages without their unneeded files, the guest’s own files, and the
 * build contexts of the images.
 */
export function createRootFilesystem(
  from: { machine: string; client: string; kernel: string; images: string },
  folder: string,
): string {
  const root = join(folder, 'tree')
  runTool('cp', ['-a', from.machine, root])
  runShell(excludedPaths.map((pattern) => `rm -rf ${pattern}`).join('\n'), root)
  runShell(
    `install -D -m755 "${from.client}/usr/bin/docker" usr/bin/docker
     install -D -m755 "${from.client}/usr/libexec/docker/cli-plugins/docker-buildx" usr/libexec/docker/cli-plugins/docker-buildx
     cp "${from.client}"/usr/share/bash-completion/completions/*docker usr/share/bash-completion/completions/docker 2>/dev/null || :
     cp -a "${from.kernel}/modules-root/usr/lib/modules" usr/lib/`,
    root,
  )
  writeEtcFiles(root)
  runShell(
    // dockerd’s socket is in /var/run. dockerd requires a program called runc. The legacy iptables needs fewer kernel
    // modules.
    `rm -rf var/run; ln -s ../run var/run
     ln -s crun usr/bin/runc
     ln -sf xtables-legacy-multi usr/sbin/iptables; ln -sf xtables-legacy-multi usr/sbin/ip6tables
     ln -sf tini-static usr/bin/docker-init; ln -sf mawk usr/bin/awk; ln -sf nano usr/bin/editor; ln -sf less usr/bin/pager; ln -sf ../bin/busybox usr/sbin/init
     [ -e usr/bin/sh ] || ln -s bash usr/bin/sh
     rm -f usr/bin/docker-registry`,
    root,
  )
  linkBusyboxCommands(root)
  patchBinaries(root)
  copyGuestFiles(root)
  runTool('cp', ['-a', from.images, join(root, 'var/lib/lab-images')])
  runTool('cp', ['-r', shimLauncherSource, residentAgentSource, join(root, 'var/lib/lab-images')])
  return root
}

/** Links those of `busyboxCommands` that no Debian package provides. Throws if busybox lacks one. */
function linkBusyboxCommands(root: string): void {
  const available = readBusyboxCommands(readFileSync(join(root, 'usr/bin/busybox')))
  for (const name of busyboxCommands) {
    if (!available.includes(name)) throw new Error(`The machine's busybox has no command ${name}.`)
    const isProvided = ['usr/bin', 'usr/sbin'].some((folder) => existsSync(join(root, folder, name)))
    if (!isProvided) symlinkSync('busybox', join(root, 'usr/bin', name))
  }
}

function writeEtcFiles(root: string): void {
  const etc = (name: string, text: string) => writeFileSync(join(root, 'etc', name), text)
  etc(
    'passwd',
    'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n',
  )
  etc('group', 'root:x:0:\ntty:x:5:\nnogroup:x:65534:\ndocker:x:999:learner\nlearner:x:1000:\n')
  etc('shadow', 'root:*:19000::::::\nlearner:*:19000::::::\n')
  etc('hosts', '127.0.0.1 localhost lab\n::1 localhost\n')
  etc('hostname', 'lab\n')
  etc('resolv.conf', '')
  appendFileSync(join(root, 'etc/subuid'), 'learner:100000:65536\n')
  appendFileSync(join(root, 'etc/subgid'), 'learner:100000:65536\n')
}

function copyGuestFiles(root: string): void {
  for (const entry of readdirSync(guestFolder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== 'images')
      runTool('cp', ['-a', join(guestFolder, entry.name), root])
  }
  for (const name of [
    'proc',
    'sys',
    'dev',
    'run',
    'tmp',
    'mnt',
    'home/learner',
    'var/log',
    'var/lib',
    'var/tmp',
  ])
    mkdirSync(join(root, name), { recursive: true })
  runShell(
    `chown -R 0:0 etc/inittab etc/docker root usr/sbin/service usr/lib/lab
     chmod 755 usr/sbin/service usr/lib/lab/{start,agent,script-shell}; chmod 1777 tmp var/tmp; chmod 700 root
     cp root/.bash_profile root/.bashrc home/learner/; chown -R 1000:1000 home/learner`,
    root,
  )
}
