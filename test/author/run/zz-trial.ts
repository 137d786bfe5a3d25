import { inventedLeads } from '/work/main/test/author/run/invented-leads.ts';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
const M='/work/main/core/src/author/main.ts';
const dir='/tmp/trial'; fs.rmSync(dir,{recursive:true,force:true}); fs.mkdirSync(dir);
fs.writeFileSync(dir+'/l.csv', inventedLeads(20000));
const sync=(...a:string[])=>spawnSync(process.execPath,[M,...a],{cwd:dir,encoding:'utf8'});
const t0=Date.now(); const r=sync('--leads','l.csv','--out','ref','--quiet'); const ms=Date.now()-t0; console.log(r.status, r.stderr, ms,'ms');
const hashes=(d:string)=>fs.readFileSync(`${dir}/${d}/decisions.jsonl`,'utf8').trimEnd().split('\n').map(l=>l.slice(0,12)+/"decisionHash":"(\w+)"/.exec(l)![1]).join('\n');
const ref=hashes('ref');
let stops={SIGINT:0,SIGKILL:0,done:0, torn:0};
for(let trial=0; trial<10; trial++){
  const d='t'+trial; let starts=0;
  for(;;){
    starts++;
    const p=spawn(process.execPath,[M,'--leads','l.csv','--out',d,'--quiet'],{cwd:dir,stdio:'ignore'});
    const sig = Math.random()<0.5?'SIGINT':'SIGKILL';
    const wait = starts<=4 ? Math.random()*ms*1.05 : 1e9;
    const timer = wait<1e8 ? setTimeout(()=>p.kill(sig as any), wait):null;
    const [code,signal]=await new Promise<any>(res=>p.on('exit',(c,s)=>res([c,s])));
    if(timer) clearTimeout(timer);
    if(signal==='SIGKILL') stops.SIGKILL++; else if(code===130) stops.SIGINT++; else if (code===0) {stops.done++; if(starts>4) break;} else if(signal==='SIGINT') {stops.SIGINT++;} else console.log('?',code,signal);
    const f=`${dir}/${d}/decisions.jsonl`; if(fs.existsSync(f)){const s=fs.readFileSync(f); if(s.length&&s.at(-1)!==10) stops.torn++;}
  }
  const same=hashes(d)===ref; const v=sync('verify','--out',d);
  console.log(d,starts,same,v.status,v.stdout.split('\n')[0], fs.readdirSync(dir+'/'+d).join(' '));
  if(!same||v.status!==0){console.log(v.stderr); break;}
}
console.log(stops);
