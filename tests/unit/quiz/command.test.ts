import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areEquivalentCommands, canonicalCommand, hasSudo } from '#domain/quiz/command/compare-commands.ts'

test.each([
  ['docker run --rm --name web nginx', 'docker run --name=web --rm nginx'],
  ['docker run --rm nginx', 'docker run --rm=true nginx'],
  ['docker run -it alpine sh', 'docker run -i -t alpine sh'],
  ['docker run -it alpine sh', 'docker run --tty --interactive alpine sh'],
  ['docker run -dp 8080:80 nginx', 'docker run --detach --publish 8080:80 nginx'],
  ['docker run -p8080:80 nginx', 'docker run -p 8080:80/tcp nginx'],
  [
    'docker run -v data:/data -e A=1 -w /app -u 1000 x',
    'docker run -u=1000 -w/app --env A=1 --volume data:/data x',
  ],
  ['docker run -h web x', 'docker run --hostname web x'],
  ['docker run -p 80:80 -p 443:443 nginx', 'docker run -p 443:443 -p 80:80 nginx'],
  ['docker run -m 512m x', 'docker run --memory=512MB x'],
  ['docker run -m 1g x', 'docker run --memory 1024m x'],
  ['docker run --cpus .5 x', 'docker run --cpus 0.50 x'],
  ['docker run --net host x', 'docker run --network=host x'],
  ['docker run --cap-drop all x', 'docker run --cap-drop=ALL x'],
  ['docker run --cap-add NET_ADMIN x', 'docker run --cap-add CAP_NET_ADMIN x'],
  [
    'docker run --mount type=bind,src=/a,dst=/b,ro x',
    'docker run --mount source=/a,target=/b,type=bind,readonly x',
  ],
  ['docker build --secret id=a,src=b .', 'docker build --secret source=b,id=a .'],
  ['docker run -v "$PWD":/app x', 'docker run -v "$(pwd):/app" x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a shell variable
  ['docker run -v ${PWD}:/app x', 'docker run -v $(pwd):/app x'],
  ['docker run -e "A=b c" x', "docker run -e A='b c' x"],
  ['docker container run nginx', 'docker run nginx'],
  ['docker container ls -a', 'docker ps --all'],
  ['docker container list', 'docker ps'],
  ['docker image ls', 'docker images'],
  ['docker image rm x', 'docker rmi x'],
  ['docker image pull nginx', 'docker pull nginx'],
  ['docker container exec -it web sh', 'docker exec -ti web sh'],
  ['docker container rm -f web', 'docker rm --force web'],
  ['docker volume list', 'docker volume ls'],
  ['docker network remove x', 'docker network rm x'],
  ['docker buildx build -t x .', 'docker build . --tag x'],
  ['docker builder build .', 'docker build .'],
  ['docker logs -f web', 'docker logs web --follow'],
  ['docker logs -n 50 web', 'docker logs --tail=50 web'],
  ['docker compose -f a.yaml up -d', 'docker compose --file=a.yaml up --detach'],
  ['docker compose down -v', 'docker compose down --volumes'],
  ["docker ps --format '{{.Names}}'", 'docker ps --format "{{ .Names }}"'],
  ['docker rm -f $(docker ps -aq)', 'docker rm --force $(docker ps -q -a)'],
  ['docker system prune -af', 'docker system prune --force --all'],
  ['  docker   ps\t-a ', 'docker ps -a'],
  ['sudo docker ps', 'docker ps'],
  ['docker pull x && sudo docker run x', 'docker pull x && docker run x'],
  ['docker run \\\n  --rm nginx', 'docker run --rm nginx'],
  ['docker ps;', 'docker ps'],
  ['DOCKER_BUILDKIT=1 A=2 docker build .', 'A=2 DOCKER_BUILDKIT=1 docker build .'],
  ['docker --context lab ps', 'docker -c lab ps'],
  ['trivy image --severity=HIGH x', 'trivy image --severity HIGH x'],
])('%s means the same as %s', (a, b) => {
  expect(areEquivalentCommands(a, b)).toBe(true)
})

test.each([
  ['docker run nginx --rm', 'docker run --rm nginx'],
  ['docker run alpine ls -a -l', 'docker run alpine ls -l -a'],
  ['docker run alpine echo a b', 'docker run alpine echo b a'],
  ['docker exec web ls -t -i', 'docker exec -ti web ls'],
  ['docker run -p 80:8080 nginx', 'docker run -p 8080:80 nginx'],
  ['docker run -p 53:53/udp x', 'docker run -p 53:53 x'],
  ['docker run -t x', 'docker build -t x'],
  ['docker logs -f x', 'docker rm -f x'],
  ['docker run -v a:/b x', 'docker run -V a:/b x'],
  ['docker run -e a=1 x', 'docker run -e A=1 x'],
  ['docker run --rm=false x', 'docker run --rm x'],
  ['docker inspect x', 'docker container inspect x'],
  ['docker compose -f a -f b up', 'docker compose -f b -f a up'],
  ['docker compose up', 'docker-compose up'],
  ['docker run -v $HOME:/x a', "docker run -v '$HOME:/x' a"],
  ['docker ps', 'docker ps | wc -l'],
  ['docker ps > a', 'docker ps >> a'],
  ['docker run "a b"', 'docker run a b'],
  ['docker', 'docker ps'],
  ['', ''],
  ['docker run "open', 'docker run "open'],
  ['docker rm $(docker ps', 'docker rm $(docker ps'],
])('%s does not mean the same as %s', (a, b) => {
  expect(areEquivalentCommands(a, b)).toBe(false)
})

test('sudo at the start is detected', () => {
  expect(hasSudo(' sudo docker ps')).toBe(true)
  expect(hasSudo('docker run sudo')).toBe(false)
})

const piece = fc.constantFrom(
  'docker', 'sudo', '$', 'run', 'exec', 'ps', 'container', 'compose', '-it', '-p', '--', '--rm', '--name', '=', "'", '"',
  '\\', '$(', ')', '${', '|', '&&', '>', ';', ' ', '\n', '-', '--mount', 'type=bind,', '__proto__', 'constructor',
) // biome-ignore format: one list
const anyText = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 20 }).map((list) => list.join(' ')),
  fc.array(piece).map((list) => list.join('')),
)

test('comparing any texts never throws and is symmetric', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(areEquivalentCommands(a, b)).toBe(areEquivalentCommands(b, a))
      expect(areEquivalentCommands(a, a)).toBe(canonicalCommand(a) !== undefined)
    }),
    { numRuns: 1000 },
  )
})

const flags = [
  ['--rm', '--rm=true'],
  ['-d', '--detach'],
  ['--name web', '--name=web'],
  ['-p 8080:80', '--publish 8080:80', '--publish=8080:80', '-p8080:80'],
  ['-e A=1', '--env A=1', '--env=A=1'],
  ['--read-only', '--read-only=true'],
]

test('flags before the image are equivalent in any order and spelling', () => {
  const chosen = fc.shuffledSubarray(flags)
  const spelt = chosen.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(spelt, fc.nat(3), ([list, other], pick) => {
      const write = (spellings: string[][], at: number) =>
        `docker run ${spellings.map((all) => all[at % all.length]).join(' ')} nginx`
      expect(areEquivalentCommands(write(list, 0), write(other, pick))).toBe(true)
    }),
  )
})
