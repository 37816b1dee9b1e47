const run =
  'a:attach c:cpu-shares d:detach! e:env h:hostname i:interactive! l:label m:memory p:publish P:publish-all! q:quiet! t:tty! u:user v:volume w:workdir init! no-healthcheck! oom-kill-disable! privileged! read-only! rm! sig-proxy!'
const list = 'a:all! f:filter q:quiet! no-trunc!'
const prune = 'a:all! f:force! volumes! v:verbose!'
const inspect = 'f:format s:size! v:verbose!'
const logs = 'f:follow! t:timestamps! n:tail details! no-color! no-log-prefix!'
const stop = 't:timeout s:signal'

/**
 * The flags of Docker's commands: `p:publish` is `-p` and `--publish` and takes a value, `d:detach!` is a
 * switch, `rm!` a switch without a letter. A flag with a value and without a letter need not be listed.
 * From the CLI reference of Docker Engine 29 and Compose v2 (https://docs.docker.com/reference/cli/docker/).
 */
export const flagTable: Record<string, string> = {
  '': 'c:context D:debug! H:host l:log-level tls! tlsverify! v:version!',
  run,
  create: run,
  exec: 'd:detach! e:env i:interactive! t:tty! u:user w:workdir privileged!',
  build:
    't:tag f:file q:quiet! m:memory o:output D:debug! check! compress! force-rm! load! no-cache! pull! push! rm! squash!',
  ps: `${list} l:latest! n:last s:size!`,
  images: `${list} digests! tree!`,
  'volume ls': list,
  'network ls': list,
  rm: 'f:force! l:link! v:volumes!',
  rmi: 'f:force! no-prune!',
  'volume rm': 'f:force!',
  'network rm': 'f:force!',
  logs,
  'compose logs': logs,
  stop,
  restart: stop,
  kill: 's:signal',
  'compose stop': stop,
  'compose restart': stop,
  start: 'a:attach! i:interactive!',
  update: 'c:cpu-shares m:memory',
  inspect,
  'container inspect': inspect,
  'image inspect': inspect,
  'network inspect': inspect,
  'volume inspect': inspect,
  'manifest inspect': inspect,
  info: 'f:format',
  version: 'f:format',
  events: 'f:filter',
  search: 'f:filter no-trunc!',
  stats: 'a:all! no-stream! no-trunc!',
  history: 'H:human! q:quiet! no-trunc!',
  pull: 'a:all-tags! q:quiet!',
  push: 'a:all-tags! q:quiet!',
  login: 'p:password u:username password-stdin!',
  save: 'o:output',
  load: 'i:input q:quiet!',
  export: 'o:output',
  import: 'c:change m:message',
  commit: 'a:author c:change m:message p:pause!',
  cp: 'a:archive! L:follow-link! q:quiet!',
  'network create': 'd:driver o:opt attachable! ingress! internal! ipv6!',
  'network disconnect': 'f:force!',
  'volume create': 'd:driver o:opt',
  'system df': 'v:verbose!',
  'system prune': prune,
  'container prune': prune,
  'image prune': prune,
  'volume prune': prune,
  'network prune': prune,
  'builder prune': prune,
  'buildx prune': prune,
  'buildx create': 'bootstrap! leave! use!',
  'stack deploy': 'c:compose-file d:detach! prune! q:quiet! with-registry-auth!',
  compose: 'f:file p:project-name all-resources! compatibility! dry-run!',
  'compose up':
    'd:detach! t:timeout V:renew-anon-volumes! w:watch! y:yes! abort-on-container-exit! always-recreate-deps! build! force-recreate! no-build! no-color! no-deps! no-log-prefix! no-recreate! no-start! quiet-pull! remove-orphans! wait!',
  'compose down': 't:timeout v:volumes! remove-orphans!',
  'compose ps': 'a:all! q:quiet! no-trunc! orphans! services!',
  'compose exec': 'd:detach! e:env i:interactive! t:tty! T:no-tty! u:user w:workdir privileged!',
  'compose run':
    'd:detach! e:env i:interactive! l:label p:publish P:service-ports! q:quiet! T:no-tty! u:user v:volume w:workdir build! no-deps! remove-orphans! rm! use-aliases!',
  'compose build': 'm:memory q:quiet! check! no-cache! pull! push! with-dependencies!',
  'compose rm': 'f:force! s:stop! v:volumes!',
  'compose pull': 'q:quiet! ignore-buildable! ignore-pull-failures! include-deps!',
  'compose config':
    'o:output q:quiet! environment! images! no-interpolate! no-normalize! profiles! resolve-image-digests! services! variables! volumes!',
  'compose watch': 'no-up! prune! quiet!',
}
