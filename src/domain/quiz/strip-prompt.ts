const workingDirectory = String.raw`[^\s$#%>]*`

/** Shell prompts that people paste along with a command. All but those of Windows end in a space. */
const prompts = [
  // $ docker ps · # docker ps · % docker ps · > docker ps
  String.raw`[$#%>❯➜»λ▶]\s+`,
  // ada@laptop:~$ · root@0ab1:/# · [root@web ~]# · ada@Mac ~ % · ada@pc MINGW64 ~/shop (main) $ · [node1] (local) root@10.0.0.2 ~ $
  String.raw`(?:\[\w+\]\s\(local\)\s)?\[?[\w.-]+@[\w.-]+(?:\s(?:MINGW|MSYS|UCRT)\w*)?(?:[:\s]${workingDirectory})?(?:\s\([^\s()]+\))?\]?\s?[$#%>❯]\s+`,
  // node1:~# · MacBook:shop ada$ · ada$
  String.raw`[\w.-]+:${workingDirectory}(?:\s[\w.-]+)?[$#]\s+`,
  String.raw`[\w-]+\$\s+`,
  // └─$ behind ┌──(kali㉿kali)-[~] · ╰─❯
  String.raw`(?:[┌╭]\S*\s+)?[└╰]─*\s?[$#%>❯➤λ]?\s+`,
  // ~/shop $ · /app # · / #
  String.raw`[~/]${workingDirectory}\s?[$#%>❯]\s+`,
  // bash-5.2$ · sh-5.1#
  String.raw`(?:ba|da|z)?sh-[\d.]+[$#]\s+`,
  // ➜  shop git:(main) ✗
  String.raw`➜\s+\S+(?:\s+git:\(\S+\))?(?:\s+✗)?\s+`,
  // PS C:\> · C:\shop>
  String.raw`PS(?:\s[^>\n]*)?>\s*`,
  String.raw`[A-Za-z]:\\[^>\n]*>\s*`,
]

// The long ones first, because a prompt can consist of an arrow alone.
const prompt = new RegExp(`^(?:\\([\\w.-]+\\)\\s+)?(?:${prompts.toReversed().join('|')})`)

/** Removes the shell's prompt, and the `>` that shells show before a continued line. */
export function stripPrompt(text: string): string {
  const rest = text.replace(prompt, '')
  if (rest === text) return text
  return rest.replace(/(?<=[\\`^][ \t]*(?:\n[ \t]*|[ \t]+))>{1,2}[ \t]+/g, '')
}
