import { UNSAFE_useScrollRestoration as useScrollRestoration } from 'react-router'

/**
 * The router's ScrollRestoration with another script. The original reads sessionStorage on a first visit too, which
 * takes up to 0.4 s on a slow computer and delays the first paint.
 *
 * After a full load, the stored number of pixels is only a first guess, because the text is longer or shorter if the
 * web font is now cached and was not before, or loads a moment later. So the text that was at the top of the window is
 * scrolled there again whenever the page's height changes, until the page has loaded or the reader scrolls. Meanwhile,
 * the browser's own scroll anchoring and scroll restoration are off, because they would correct the same shift twice.
 */
export function AnchoredScrollRestoration() {
  useScrollRestoration()
  // Only the prerendered page has the script text; hydration leaves it as it is.
  const html = { __html: import.meta.env.SSR ? scrollScript : '' }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed for the CSP
  return <script suppressHydrationWarning dangerouslySetInnerHTML={html} />
}

/**
 * Stores, by history key: the first characters of the text at the top, its index among texts with the same first
 * characters, its distance from the top, and the scroll position, which the router stores only after hydration. A
 * history entry without a key is new, so it has no scroll position. Closed depths are excluded, although they may be
 * laid out, and so are figures, which stay in view on the stage. Texts are sorted by position, because the depth that
 * is first on the page may not be first in the document.
 */
const scrollScript = `(function(h,d,n){
function read(name){try{return JSON.parse(sessionStorage.getItem(name))||{}}catch(e){return{}}}
function texts(){return Array.from(d.querySelectorAll('main :is(h1,h2,h3,p,dt,li,tr,pre):not([hidden] *,figure *,[data-prerendered] *)'))}
function start(t){return t.textContent.slice(0,40)}
function alike(s){return texts().filter(function(t){return start(t)===s})}
function top(t){return t.getBoundingClientRect().top}
addEventListener('pagehide',function(){
var t=scrollY?texts().filter(function(t){return t.getBoundingClientRect().bottom>80}).sort(function(a,b){return top(a)-top(b)})[0]:0,s=read(n),k=h.state&&h.state.key;
if(!k||!t&&!s[k])return;
s[k]=t?[start(t),alike(start(t)).indexOf(t),top(t),scrollY]:0;
try{sessionStorage.setItem(n,JSON.stringify(s))}catch(e){}});
if(!h.state||!h.state.key)return h.replaceState({key:Math.random().toString(32).slice(2)},'');
var p=read(n)[h.state.key],y=p?p[3]:read('react-router-scroll-positions')[h.state.key],t=p&&alike(p[0])[p[1]];
if(typeof y!=='number')return;
scrollTo(0,y);
if(!t||!t.getClientRects().length)return;
y=scrollY;
h.scrollRestoration='manual';
var root=d.documentElement,o=new ResizeObserver(place),inputs=['wheel','touchstart','pointerdown','keydown'];
function place(){if(!t.isConnected||scrollY!==y)return stop();scrollBy(0,top(t)-p[2]);y=scrollY}
function stop(){o.disconnect();root.style.overflowAnchor='';inputs.forEach(function(e){removeEventListener(e,stop,true)})}
root.style.overflowAnchor='none';
inputs.forEach(function(e){addEventListener(e,stop,{capture:true,passive:true})});
addEventListener('load',function(){setTimeout(stop,1000)});
o.observe(d.body);
place()
})(history,document,'docker-mastery.places')`
