import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { childEnvironment } from './child.ts'
const root = process.argv[2] as string, extra = (process.argv[3] ?? '').split(' ').filter(Boolean)
for (let i = 0; i < 4; i++) {
  for (const e of ['','-wal','-shm']) rmSync('/tmp/raw.db'+e,{force:true})
  const child = fork(root + '/test/bench/register/ours.ts', ['/tmp/s40.csv', '/tmp/raw.db'], { cwd: '/tmp', env: childEnvironment(), execArgv: ['--import', import.meta.resolve('tsx'), ...extra], stdio: ['ignore','inherit','inherit','ipc'] })
  let m: unknown = null; child.on('message', (x) => { m = x })
  console.log(root, extra.join(), await new Promise((r) => child.on('exit', (c, s) => r([c, s]))), JSON.stringify(m))
}
