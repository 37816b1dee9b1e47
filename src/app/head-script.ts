/**
 * Runs in <head> before the first paint: sets the stored theme, role and setting of the stage on <html>, so that
 * nothing flashes and no depth opens and closes again. `?role=` in the address has priority for this visit. Unknown
 * stored values are ignored. It is a string because it must be inline; the build adds its hash to the
 * Content-Security-Policy.
 *
 * It also preloads the fonts if they can arrive in time: for a returning reader, or on a fast connection. On a slow
 * one they would delay the first paint and still arrive too late, so the page is shown without them (decision 5),
 * except for a brief, which has to fit on one printed page. Browsers add up to a tenth of noise to the reported
 * round-trip time, so 125 means 150 ms.
 *
 * Hosts serve a page at several addresses: with a slash after it, with `index.html`, with a slash doubled or escaped.
 * The address becomes the page's own, because the router finds no page at the others.
 */
export function headScript(fonts: string[], base: string): string {
  return `(function(){
var d=document.documentElement,n=navigator.connection,k,s={},r,t,
p=location.pathname.replace(/%2f/gi,'/').replace(/\\/{2,}/g,'/').replace(/\\/index\\.html$/,'/');
if(p.length>${base.length})p=p.replace(/\\/$/,'');
if(p!==location.pathname)history.replaceState(history.state,'',p+location.search+location.hash);
try{if(localStorage.getItem('docker-mastery.stage')==='closed')d.dataset.stage='closed';
k=localStorage.getItem('docker-mastery.progress');s=JSON.parse(k).settings||{}}catch(e){}
t=s.theme&&s.theme.value;
if(t==='light'||t==='dark')d.dataset.theme=t;
r=new URLSearchParams(location.search).get('role');
if(!/^(beginner|practitioner|manager)$/.test(r))r=s.role&&s.role.value;
d.dataset.role=/^(beginner|practitioner|manager)$/.test(r)?r:'beginner';
if(!k&&n&&(n.rtt>=125||n.downlink<1.5)&&!/\\/brief\\//.test(p))d.dataset.fonts='later';
else ${JSON.stringify(fonts)}.forEach(function(f){
var l=document.createElement('link');
l.rel='preload';l.as='font';l.type='font/woff2';l.crossOrigin='';l.href=f;document.head.append(l)})
})();${captureEarlyEvents}`
}

/**
 * Captures clicks, input and keys before hydration, so that ui/replay-early-events.ts can replay them, and keeps the
 * page’s forms from being submitted to the server. React does not get them, because it would handle an event that it
 * receives while it hydrates the page, and then handle its replay too.
 */
const captureEarlyEvents = `(function(w){
w=window.early={events:[],capture:function(e,t){t=e.target;
if(e.type!=='submit'){e.stopImmediatePropagation();w.events.push({event:e,value:t.value,checked:t.checked})}
else if(!t.hasAttribute('action'))e.preventDefault()}};
['click','input','keydown','submit'].forEach(function(t){document.addEventListener(t,w.capture,true)})
})()`
