import type { Picture } from './kit/picture';
import { about } from './scenes/about';
import { administration } from './scenes/administration';
import { aiPreferences } from './scenes/ai-preferences';
import { announced } from './scenes/announced';
import { anrp } from './scenes/anrp';
import { areaDirector } from './scenes/area-director';
import { areas } from './scenes/areas';
import { bangkok } from './scenes/bangkok';
import { bof } from './scenes/bof';
import { brisbane } from './scenes/brisbane';
import { charter } from './scenes/charter';
import { congestion } from './scenes/congestion';
import { deadlines } from './scenes/deadlines';
import { layers, rfcPath, standardsTrack } from './scenes/diagrams';
import { dns } from './scenes/dns';
import { dublin } from './scenes/dublin';
import { edhoc } from './scenes/edhoc';
import { fortyYears } from './scenes/forty-years';
import { greenPost } from './scenes/green';
import { groups } from './scenes/groups';
import { hackathon } from './scenes/hackathon';
import { hackathonWeekend } from './scenes/hackathon-weekend';
import { hero } from './scenes/hero';
import { history } from './scenes/history';
import { http } from './scenes/http';
import { iot } from './scenes/iot';
import { iotWrapup } from './scenes/iot-wrapup';
import { keywords } from './scenes/keywords';
import { lastCall } from './scenes/last-call';
import { liaison } from './scenes/liaison';
import { london } from './scenes/london';
import { madrid } from './scenes/madrid';
import { share, sponsorExchange, sponsorNetworks } from './scenes/marks';
import { meetings } from './scenes/meetings';
import { mls } from './scenes/mls';
import { montreal } from './scenes/montreal';
import { netmgmt } from './scenes/netmgmt';
import { next128, next129 } from './scenes/next';
import { noteWell } from './scenes/note-well';
import { obliviousHttp } from './scenes/oblivious-http';
import { participate } from './scenes/participate';
import { philadelphia } from './scenes/philadelphia';
import { planet } from './scenes/planet';
import { postQuantum } from './scenes/post-quantum';
import { prague } from './scenes/prague';
import { process } from './scenes/process';
import { quic } from './scenes/quic';
import { routing } from './scenes/routing';
import { sanFrancisco } from './scenes/san-francisco';
import { security } from './scenes/security';
import { shenzhen } from './scenes/shenzhen';
import { singapore } from './scenes/singapore';
import { statements } from './scenes/statements';
import { support } from './scenes/support';
import { systers } from './scenes/systers';
import { technologies } from './scenes/technologies';
import { tls13 } from './scenes/tls-1-3';
import { transport } from './scenes/transport';
import { vancouver } from './scenes/vancouver';
import { vienna } from './scenes/vienna';
import { wimse } from './scenes/wimse';
import { wit } from './scenes/wit';
import { workshop } from './scenes/workshop';
import { yokohama } from './scenes/yokohama';

export const pictures: readonly Picture[] = [
  hero, about, technologies, meetings, process, participate, support, administration, groups, statements,
  netmgmt, iot, transport, security, dns, areas, keywords,
  wimse, greenPost, wit, edhoc, iotWrapup, anrp, http, mls, routing, history,
  noteWell, deadlines, systers, bof, areaDirector, fortyYears, charter, hackathonWeekend, congestion, aiPreferences, postQuantum, lastCall, liaison,
  planet, obliviousHttp, quic, tls13,
  bangkok, madrid, montreal, shenzhen, vienna, sanFrancisco, singapore, vancouver, next128, next129,
  prague, london, dublin, brisbane, yokohama, philadelphia,
  hackathon, workshop, announced,
  rfcPath, standardsTrack, layers,
  share, sponsorNetworks, sponsorExchange,
];
