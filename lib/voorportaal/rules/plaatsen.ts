/**
 * Where Dutch towns lie: name, latitude and longitude in degrees, rounded to a hundredth (about a kilometre). From GeoNames
 * (CC BY 4.0): places with at least 2.500 inhabitants, without quarters of a town. docs/adr/0025 says how and why.
 */
const PLAATSEN = `
  Aalburg 51.75 5.13; Aalsmeer 52.26 4.76; Aalten 51.92 6.58; Aarle-Rixtel 51.51 5.64; Abcoude 52.27 4.97; Akkrum 53.05 5.83; Alblasserdam 51.87 4.66; Alkmaar 52.63 4.75;
  Almelo 52.36 6.66; Almere 52.37 5.21; Almkerk 51.77 4.96; Alphen aan den Rijn 52.13 4.66; Amby 50.86 5.73; Amerongen 52.00 5.46; Amersfoort 52.16 5.39;
  Ammerzoden 51.75 5.22; Amstelveen 52.30 4.86; Amsterdam 52.37 4.89; Andelst 51.91 5.73; Annen 53.06 6.72; Apeldoorn 52.21 5.97; Appelscha 52.96 6.35; Appingedam 53.32 6.86;
  Arcen 51.48 6.18; Arkel 51.86 4.99; Arnemuiden 51.50 3.67; Arnhem 51.98 5.91; Assen 53.00 6.56; Asten 51.40 5.75; Avenhorn 52.62 4.95; Axel 51.27 3.91; Baalder 52.59 6.65;
  Baarle-Nassau 51.45 4.93; Baarlo 51.33 6.09; Baarn 52.21 5.29; Bakel 51.50 5.74; Balk 52.90 5.58; Barendrecht 51.86 4.53; Barger-Oosterveld 52.77 6.96; Barneveld 52.14 5.58;
  Bedum 53.30 6.60; Beek 50.94 5.80; Beekbergen 52.16 5.96; Beesd 51.89 5.19; Beetsterzwaag 53.06 6.08; Beilen 52.86 6.51; Bemmel 51.89 5.90; Bennebroek 52.32 4.60;
  Bennekom 52.00 5.68; Berg 50.86 5.78; Bergeijk 51.32 5.36; Bergen 52.67 4.70; Bergen op Zoom 51.49 4.29; Berghem 51.77 5.57; Bergschenhoek 51.99 4.50;
  Berkel en Rodenrijs 51.99 4.48; Berlicum 51.68 5.40; Berltsum 53.24 5.65; Best 51.51 5.39; Beuningen 51.86 5.77; Beusichem 51.95 5.29; Beverwijk 52.48 4.66;
  Biddinghuizen 52.45 5.69; Bijvanck 52.29 5.27; Bilthoven 52.13 5.20; Bitswijk 51.67 5.61; Bladel 51.37 5.22; Blaricum 52.27 5.24; Bleiswijk 52.01 4.53;
  Bleskensgraaf 51.87 4.78; Bloemendaal 52.40 4.62; Bocholtz 50.82 6.01; Bodegraven 52.08 4.75; Boekel 51.60 5.67; Bolnes 51.90 4.58; Bolsward 53.07 5.53; Borculo 52.12 6.52;
  Borger 52.92 6.79; Borne 52.30 6.75; Boskoop 52.08 4.66; Boven-Hardinxveld 51.82 4.88; Boxmeer 51.65 5.95; Boxtel 51.59 5.33; Brakel 51.82 5.09; Breda 51.59 4.78;
  Bredeweg 51.76 5.94; Breezand 52.89 4.80; Breskens 51.40 3.56; Breukelen 52.17 5.00; Brielle 51.90 4.16; Broek in Waterland 52.43 5.00; Broek op Langedijk 52.67 4.81;
  Bruinisse 51.66 4.09; Brummen 52.09 6.16; Brunssum 50.95 5.97; Budel 51.27 5.58; Buitenpost 53.25 6.14; Bunde 50.90 5.73; Bunnik 52.07 5.20; Bunschoten 52.24 5.38;
  Burgum 53.19 5.99; Bussum 52.27 5.16; Capelle aan den IJssel 51.93 4.58; Carnisse 51.89 4.48; Castricum 52.55 4.67; Chaam 51.51 4.86; Chevremont 50.88 6.06;
  Coevorden 52.66 6.74; Commandeurs 52.51 4.66; Cothen 52.00 5.31; Cuijk 51.73 5.88; Culemborg 51.95 5.23; Dalen 52.70 6.76; Dalfsen 52.51 6.26; Damwâld 53.29 6.00;
  De Bilt 52.11 5.18; De Goorn 52.63 4.95; De Kwakel 52.24 4.79; De Lier 51.98 4.25; De Rijp 52.56 4.85; De Westereen 53.26 6.04; Delden 52.26 6.71; Delft 52.01 4.36;
  Delfzijl 53.33 6.92; Den Burg 53.05 4.80; Den Dungen 51.66 5.37; Den Haag 52.08 4.30; Den Helder 52.96 4.76; Deurne 51.46 5.80; Deventer 52.26 6.16; Diemen 52.34 4.96;
  Dieren 52.05 6.10; Diessen 51.48 5.17; Dinteloord 51.63 4.37; Dirksland 51.75 4.10; Doesburg 52.01 6.14; Doetinchem 51.97 6.29; Dokkum 53.32 6.00; Dongen 51.63 4.94;
  Donk 51.54 5.63; Doorn 52.03 5.35; Doornsteeg 52.23 5.45; Doorwerth 51.98 5.80; Dordrecht 51.81 4.67; Drachten 53.11 6.10; Driebergen-Rijsenburg 52.05 5.28;
  Driel 51.96 5.81; Dronryp 53.20 5.65; Dronten 52.52 5.72; Druten 51.89 5.61; Duiven 51.95 6.01; Duivendrecht 52.33 4.94; Edam 52.51 5.05; Ede 52.03 5.66;
  Ederveen 52.06 5.58; Eefde 52.17 6.22; Eelde 53.14 6.56; Eerbeek 52.10 6.06; Eersel 51.36 5.32; Egmond aan Zee 52.62 4.63; Egmond-Binnen 52.60 4.66; Eibergen 52.10 6.65;
  Eijsden 50.78 5.72; Eindhoven 51.44 5.48; Ekenrooi 51.40 5.49; Elburg 52.45 5.84; Elsloo 50.95 5.77; Elspeet 52.29 5.79; Elst 51.92 5.84; Emmeloord 52.71 5.75;
  Emmen 52.78 6.91; Emmer-Compascuum 52.81 7.05; Enkhuizen 52.70 5.29; Ens 52.64 5.83; Enschede 52.22 6.90; Enschot 51.58 5.14; Epe 52.35 5.98; Ermelo 52.30 5.62;
  Erp 51.60 5.61; Feanwâlden 53.24 5.99; Fijnaart 51.64 4.47; Franeker 53.19 5.54; Frankhuis 52.52 6.07; Gageldonk 51.60 4.74; Geertruidenberg 51.70 4.86; Geffen 51.74 5.46;
  Geldermalsen 51.88 5.29; Geldrop 51.42 5.56; Geleen 50.97 5.83; Gemert 51.56 5.69; Gendringen 51.87 6.38; Gendt 51.88 5.97; Gennep 51.70 5.97; Genoenhuis 51.41 5.54;
  Giesbeek 51.99 6.07; Giessenburg 51.85 4.89; Giessendam 51.83 4.84; Gieten 53.01 6.76; Gilze 51.54 4.94; Goedereede 51.82 3.98; Goes 51.50 3.89; Goirle 51.52 5.07;
  Goor 52.23 6.59; Gorinchem 51.84 4.97; Gorredijk 53.01 6.06; Gorssel 52.20 6.20; Gouda 52.02 4.71; Gouderak 51.98 4.68; Goutum 53.18 5.80; Grave 51.76 5.74;
  Grijpskerk 53.26 6.31; Groesbeek 51.78 5.94; Groningen 53.22 6.57; Groot-Ammers 51.92 4.82; Grootegast 53.21 6.27; Grou 53.09 5.84; Gulpen 50.82 5.89;
  Haaksbergen 52.16 6.74; Haaren 51.60 5.22; Haarlem 52.38 4.64; Haastrecht 52.00 4.78; Haelen 51.24 5.96; Halsteren 51.53 4.27; Hapert 51.37 5.26; Hardenberg 52.58 6.62;
  Harderwijk 52.34 5.62; Haren 53.17 6.61; Harkema 53.18 6.13; Harlingen 53.17 5.42; Harskamp 52.13 5.75; Hasselt 52.59 6.10; Hattem 52.48 6.06; Haulerwijk 53.06 6.33;
  Havelte 52.77 6.24; Hedel 51.75 5.26; Heel 51.18 5.89; Heelsum 51.98 5.76; Heemskerk 52.51 4.67; Heemstede 52.35 4.62; Heerde 52.39 6.04; Heerenveen 52.96 5.92;
  Heerhugowaard 52.67 4.85; Heerjansdam 51.84 4.56; Heerlen 50.88 5.98; Heesch 51.73 5.53; Heeswijk-Dinther 51.65 5.47; Heeze 51.38 5.57; Heiloo 52.60 4.69; Heino 52.44 6.23;
  Helden 51.32 6.00; Hellendoorn 52.39 6.45; Hellevoetsluis 51.83 4.13; Helmond 51.48 5.66; Helvoirt 51.63 5.23; Hendrik-Ido-Ambacht 51.84 4.64; Hengelo 52.27 6.79;
  Herkenbosch 51.15 6.06; Herten 51.18 5.96; Heteren 51.96 5.76; Heythuysen 51.25 5.90; Hillegom 52.29 4.58; Hilvarenbeek 51.49 5.14; Hilversum 52.22 5.18;
  Hippolytushoef 52.91 4.96; Hoek van Holland 51.98 4.13; Hoensbroek 50.92 5.93; Hoeven 51.58 4.58; Honselersdijk 52.01 4.22; Hoofddorp 52.30 4.69; Hoogerheide 51.42 4.33;
  Hoogeveen 52.72 6.48; Hoogezand 53.16 6.76; Hoogland 52.18 5.37; Hoogwoud 52.72 4.94; Hoorn 52.64 5.06; Houten 52.03 5.17; Huizen 52.30 5.24; Hulsberg 50.89 5.86;
  Hulst 51.28 4.05; Hunnerberg 51.84 5.88; Hurdegaryp 53.21 5.94; IJlst 53.01 5.62; IJmuiden 52.46 4.61; IJsselstein 52.02 5.04; Joure 52.97 5.80; Jubbega 53.00 6.12;
  Kaalheide 50.87 6.04; Kampen 52.55 5.91; Kapelle 51.49 3.96; Katwijk 52.20 4.40; Katwijk aan den Rijn 52.19 4.42; Keent 51.24 5.70; Kerkdriel 51.77 5.33;
  Kerkrade 50.87 6.06; Kessel 51.29 6.05; Kesteren 51.94 5.57; Klaaswaal 51.77 4.45; Klazienaveen 52.72 6.99; Klundert 51.66 4.53; Koewacht 51.23 3.97; Kollum 53.28 6.15;
  Kollumerzwaag 53.26 6.08; Kortenhoef 52.24 5.11; Koudekerke 51.48 3.55; Koudum 52.92 5.45; Krimpen aan den IJssel 51.92 4.60; Krooswijk 51.65 4.59; Kudelstaart 52.23 4.75;
  Kunrade 50.88 5.93; Kwintsheul 52.01 4.26; Landgraaf 50.91 6.02; Laren 52.26 5.23; Leek 53.16 6.38; Leende 51.35 5.55; Leerdam 51.89 5.09; Leersum 52.01 5.43;
  Leest 51.61 5.54; Leeuwarden 53.20 5.81; Leiden 52.16 4.49; Leiderdorp 52.16 4.53; Lelystad 52.51 5.47; Lemmer 52.85 5.71; Lent 51.86 5.87; Leuken 51.25 5.73;
  Leusden 52.13 5.43; Lichtenvoorde 51.99 6.57; Liempde 51.57 5.37; Lienden 51.95 5.52; Lieshout 51.52 5.59; Limbricht 51.01 5.84; Limmen 52.57 4.69; Lindenheuvel 50.99 5.82;
  Linne 51.16 5.94; Linschoten 52.06 4.92; Lisse 52.26 4.56; Lisserbroek 52.26 4.57; Lith 51.81 5.44; Lobith 51.86 6.12; Lochem 52.16 6.41; Loon op Zand 51.63 5.08;
  Loosdrecht 52.20 5.14; Lopik 51.97 4.95; Losser 52.26 7.00; Lunteren 52.09 5.62; Maarheeze 51.31 5.62; Maarn 52.06 5.37; Maarssen 52.14 5.04; Maartensdijk 52.16 5.17;
  Maasbracht 51.14 5.89; Maasbree 51.36 6.05; Maasdijk 51.96 4.21; Maasland 51.93 4.27; Maassluis 51.92 4.25; Maastricht 50.85 5.69; Made 51.68 4.79; Makkum 53.05 5.40;
  Margraten 50.82 5.82; Markelo 52.23 6.50; Marum 53.14 6.26; Maurik 51.96 5.42; Medemblik 52.77 5.11; Meerssen 50.89 5.75; Meijel 51.34 5.88; Melick 51.16 6.02;
  Melle 51.66 5.63; Menaam 53.22 5.66; Meppel 52.70 6.19; Meteren 51.87 5.28; Middelbeers 51.47 5.25; Middelburg 51.50 3.61; Middelharnis 51.76 4.17;
  Middenbeemster 52.55 4.91; Middenmeer 52.81 5.00; Mierlo 51.44 5.62; Mijdrecht 52.21 4.86; Molenhoek 51.71 5.37; Monster 52.03 4.17; Montfoort 52.05 4.95;
  Montfort 51.13 5.95; Mook 51.75 5.88; Muiden 52.33 5.07; Munstergeleen 50.98 5.86; Naaldwijk 51.99 4.21; Naarden 52.30 5.16; Nederweert 51.29 5.75; Neede 52.13 6.61;
  Nieuw-Beijerland 51.81 4.34; Nieuw-Buinen 52.96 6.95; Nieuw-Lekkerland 51.89 4.69; Nieuw-Loosdrecht 52.20 5.14; Nieuwe Pekela 53.08 6.97; Nieuwe-Niedorp 52.74 4.90;
  Nieuwegein 52.03 5.08; Nijkerk 52.22 5.49; Nijkerkerveen 52.20 5.47; Nijmegen 51.84 5.85; Nijverdal 52.36 6.47; Nistelrode 51.70 5.56; Noord-Scharwoude 52.70 4.81;
  Noordgeest 51.51 4.28; Noordwijk 52.23 4.44; Noordwijkerhout 52.26 4.49; Noordwolde 52.89 6.14; Norg 53.07 6.46; Nuenen 51.47 5.55; Numansdorp 51.73 4.44;
  Nunspeet 52.38 5.79; Nuth 50.92 5.89; Obdam 52.68 4.91; Ochten 51.91 5.57; Odijk 52.05 5.24; Oegstgeest 52.18 4.47; Offenbeek 51.28 6.09; Oirsbeek 50.95 5.91;
  Oirschot 51.51 5.31; Oisterwijk 51.58 5.19; Oldebroek 52.45 5.90; Oldenzaal 52.31 6.93; Olst 52.34 6.11; Ommen 52.52 6.42; Oostburg 51.33 3.49; Oosteinde 52.28 4.80;
  Oostendorp 52.45 5.85; Oosterbeek 51.99 5.85; Oosterhout 51.65 4.86; Oosterwolde 52.99 6.29; Oostvoorne 51.91 4.10; Ootmarsum 52.41 6.90; Opheusden 51.93 5.63;
  Opmeer 52.71 4.94; Ospel 51.30 5.78; Oss 51.77 5.52; Ossendrecht 51.39 4.33; Oud Gastel 51.59 4.46; Oud-Beijerland 51.82 4.41; Ouddorp 51.81 3.93; Oude Pekela 53.10 7.01;
  Oude Wetering 52.21 4.64; Ouderkerk aan de Amstel 52.30 4.91; Ouderkerk aan den IJssel 51.93 4.64; Oudewater 52.02 4.87; Oudkarspel 52.72 4.81; Overloon 51.57 5.95;
  Overveen 52.39 4.61; Panningen 51.33 5.98; Papendrecht 51.83 4.69; Paterswolde 53.15 6.57; Peize 53.15 6.50; Pernis 51.89 4.39; Pijnacker 52.02 4.43; Poeldijk 52.02 4.22;
  Posterholt 51.12 6.03; Prinsenbeek 51.60 4.71; Purmerend 52.51 4.96; Putte 51.36 4.40; Putten 52.26 5.61; Raalte 52.39 6.28; Raam 51.66 5.64; Raamsdonksveer 51.70 4.87;
  Reeuwijk 52.05 4.72; Renkum 51.98 5.73; Renswoude 52.07 5.54; Reusel 51.36 5.17; Reuver 51.28 6.08; Rheden 52.01 6.03; Rhenen 51.96 5.57; Rhoon 51.86 4.42;
  Ridderkerk 51.87 4.60; Rijen 51.59 4.92; Rijnsburg 52.19 4.44; Rijsbergen 51.52 4.70; Rijsoord 51.85 4.60; Rijssen 52.31 6.52; Rijswijk 52.04 4.33; Roden 53.14 6.42;
  Roelofarendsveen 52.20 4.63; Roermond 51.19 5.99; Rolde 52.98 6.65; Roosendaal 51.53 4.47; Rotterdam 51.92 4.48; Rozenburg 51.90 4.25; Rucphen 51.53 4.56; Ruinen 52.76 6.35;
  Ruurlo 52.09 6.45; 's-Gravenzande 52.00 4.17; 's-Heerenberg 51.88 6.26; 's-Hertogenbosch 51.70 5.30; Sappemeer 53.16 6.79; Sas van Gent 51.23 3.80; Sassenheim 52.23 4.52;
  Schagen 52.79 4.80; Schaijk 51.75 5.63; Schalkhaar 52.27 6.19; Scherpenzeel 52.08 5.49; Scheveningen 52.10 4.28; Schiedam 51.92 4.39; Schijndel 51.62 5.43;
  Schinveld 50.97 5.98; Schipluiden 51.98 4.31; Schoonebeek 52.66 6.88; Schoonhoven 51.95 4.85; Schutsboom 51.46 5.62; Sevenum 51.41 6.04; Siddeburen 53.25 6.87;
  Silvolde 51.91 6.39; Sint Annaparochie 53.28 5.66; Sint Anthonis 51.63 5.88; Sint Nicolaasga 52.92 5.74; Sint Odiliënberg 51.14 6.00; Sint Pancras 52.66 4.78;
  Sint Willebrord 51.55 4.59; Sint-Michielsgestel 51.64 5.35; Sint-Oedenrode 51.57 5.46; Sittard 51.00 5.87; Sliedrecht 51.82 4.78; Sluis 51.31 3.39; Sneek 53.03 5.66;
  Soest 52.17 5.29; Soestdijk 52.19 5.28; Someren 51.38 5.71; Someren-Eind 51.36 5.73; Son 51.51 5.49; Spaubeek 50.94 5.84; Spekholzerheide 50.86 6.02; Spijkenisse 51.84 4.33;
  Sprundel 51.54 4.60; Stadskanaal 52.99 6.95; Staphorst 52.65 6.21; Steenbergen 51.58 4.32; Steenwijk 52.79 6.12; Stein 50.97 5.77; Stiens 53.26 5.76; Stolwijk 51.97 4.77;
  Stramproy 51.19 5.72; Strijen 51.75 4.55; Strijp 52.03 4.30; Surhuisterveen 53.18 6.17; Tegelen 51.34 6.14; Ten Boer 53.28 6.69; Ter Apel 52.88 7.06; Terborg 51.92 6.35;
  Terheijden 51.64 4.75; Terneuzen 51.34 3.83; Terschelling 53.36 5.22; Terwinselen 50.87 6.02; Teteringen 51.61 4.82; Texel 53.06 4.80; Theereheide 51.64 5.34;
  Tholen 51.53 4.22; Tiel 51.89 5.43; Tilburg 51.56 5.09; Tubbergen 52.41 6.78; Tuikwerd 53.32 6.90; Twello 52.24 6.10; Uden 51.66 5.62; Udenhout 51.61 5.14;
  Uitgeest 52.53 4.71; Uithoorn 52.24 4.83; Uithuizen 53.41 6.67; Uithuizermeeden 53.41 6.72; Ulestraten 50.91 5.78; Ulvenhout 51.55 4.80; Ureterp 53.09 6.17; Urk 52.66 5.60;
  Urmond 50.99 5.77; Utrecht 52.09 5.12; Vaals 50.77 6.02; Vaartbroek 51.48 5.50; Vaassen 52.29 5.97; Valkenburg 52.18 4.43; Valkenswaard 51.35 5.46; Valthermond 52.88 6.96;
  Varsseveld 51.94 6.46; Veen 51.78 5.11; Veendam 53.11 6.88; Veenendaal 52.03 5.56; Veghel 51.62 5.55; Veldhoven 51.42 5.40; Veldhuizen 52.08 5.01; Velp 51.99 5.97;
  Ven 51.64 5.55; Venlo 51.37 6.17; Venray 51.52 5.97; Vianen 51.99 5.09; Vlaardingen 51.91 4.34; Vleuten 52.11 5.02; Vliedberg 51.69 5.19; Vlissingen 51.44 3.57;
  Vlokhoven 51.47 5.48; Voerendaal 50.88 5.93; Voldijn 51.40 5.47; Volendam 52.49 5.07; Volkel 51.64 5.65; Vollenhove 52.68 5.95; Voorburg 52.07 4.36; Voorhout 52.22 4.48;
  Voorschoten 52.13 4.45; Voorthuizen 52.19 5.61; Vorden 52.10 6.31; Vredenburg 51.95 5.90; Vries 53.07 6.58; Vriezenveen 52.41 6.62; Vroomshoop 52.46 6.57; Vught 51.65 5.29;
  Waalre 51.39 5.44; Waalwijk 51.68 5.07; Waddinxveen 52.05 4.65; Wageningen 51.97 5.67; Wapenveld 52.43 6.07; Warmond 52.20 4.50; Warnsveld 52.14 6.23; Waspik 51.69 4.94;
  Wassenaar 52.15 4.40; Wateringen 52.02 4.27; Waubach 50.92 6.05; Weert 51.25 5.71; Weesp 52.31 5.04; Wekerom 52.11 5.71; Well 51.55 6.09; Wemeldinge 51.52 4.00;
  Werkendam 51.81 4.89; West-Terschelling 53.36 5.21; Westerbork 52.85 6.61; Westerhaar-Vriezenveensewijk 52.46 6.62; Westervoort 51.96 5.97; Westkapelle 51.53 3.44;
  Wierden 52.36 6.59; Wieringerwerf 52.85 5.03; Wijchen 51.81 5.72; Wijhe 52.39 6.13; Wijk bij Duurstede 51.97 5.34; Wildervank 53.08 6.86; Wilnis 52.20 4.90;
  Winkel 52.75 4.90; Winschoten 53.14 7.03; Winterswijk 51.97 6.72; Woerden 52.09 4.88; Wolvega 52.88 6.00; Workum 52.98 5.45; Woudenberg 52.08 5.42; Woudrichem 51.81 5.00;
  Wouw 51.52 4.39; Yerseke 51.49 4.05; Zaamslag 51.31 3.91; Zaandam 52.44 4.83; Zaandijk 52.47 4.81; Zaanstad 52.45 4.81; Zaltbommel 51.81 5.24; Zandvoort 52.37 4.53;
  Zeeland 51.70 5.68; Zeewolde 52.33 5.54; Zeist 52.09 5.23; Zelhem 52.01 6.35; Zesgehuchten 51.42 5.55; Zetten 51.93 5.71; Zevenaar 51.93 6.07; Zierikzee 51.65 3.92;
  Zoetermeer 52.06 4.49; Zoeterwoude-Dorp 52.12 4.50; Zuid-Beijerland 51.75 4.37; Zuid-Berghuizen 52.30 6.93; Zuid-Scharwoude 52.69 4.81; Zuiderburen 53.17 5.84;
  Zuidhorn 53.25 6.40; Zuidlaren 53.09 6.68; Zundert 51.47 4.66; Zutphen 52.14 6.20; Zwijndrecht 51.82 4.63; Zwolle 52.51 6.09
`

const ANDERE_NAAM: Readonly<Record<string, string>> = {
  'den bosch': "'s-Hertogenbosch", 's hertogenbosch': "'s-Hertogenbosch", 's gravenhage': 'Den Haag', 'the hague': 'Den Haag', alphen: 'Alphen aan den Rijn', 'alphen a/d rijn': 'Alphen aan den Rijn',
  'capelle a/d ijssel': 'Capelle aan den IJssel', 'krimpen a/d ijssel': 'Krimpen aan den IJssel', 'bergen op zoom': 'Bergen op Zoom', 'almere stad': 'Almere', 'katwijk aan zee': 'Katwijk', ljouwert: 'Leeuwarden', snits: 'Sneek',
}

/** The town that stands for all postcodes that begin with these two digits, in order from 10. */
const POSTCODEGEBIEDEN = (
  'Amsterdam,Amstelveen,Hilversum,Almere,Purmerend,Zaandam,Hoorn,Schagen,Alkmaar,Beverwijk,Haarlem,Hoofddorp,Voorschoten,Leiden,Alphen aan den Rijn,'
  + 'Den Haag,Delft,Zoetermeer,Gouda,Capelle aan den IJssel,Rotterdam,Schiedam,Spijkenisse,Dordrecht,Nieuwegein,Utrecht,Maarssen,Zeist,Amersfoort,'
  + "Veenendaal,Tiel,Culemborg,Gorinchem,Middelburg,Goes,Terneuzen,Bergen op Zoom,Roosendaal,Breda,Oosterhout,Tilburg,Waalwijk,'s-Hertogenbosch,Oss,Uden,"
  + 'Valkenswaard,Eindhoven,Helmond,Venray,Venlo,Roermond,Sittard,Maastricht,Landgraaf,Heerlen,Nijmegen,Wijchen,Ede,Arnhem,Zevenaar,Doetinchem,Winterswijk,'
  + 'Zutphen,Apeldoorn,Deventer,Enschede,Almelo,Hardenberg,Emmen,Hoogeveen,Zwolle,Raalte,Lelystad,Steenwijk,Heerenveen,Joure,Sneek,Bolsward,Franeker,'
  + 'Leeuwarden,Stiens,Dokkum,Drachten,Roden,Assen,Stadskanaal,Hoogezand,Groningen,Zuidhorn,Delfzijl'
).split(',')

/** A town with its place on the map. */
export type Plek = { naam: string; breedte: number; lengte: number }

const keyOf = (naam: string): string => naam.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/['’`.-]/g, ' ').replace(/\s+/g, ' ').trim()

const BY_KEY: ReadonlyMap<string, Plek> = new Map(PLAATSEN.split(/[;\n]/).flatMap((regel): [string, Plek][] => {
  const [, naam, breedte, lengte] = /^\s*(\D+) ([\d.]+) ([\d.]+)$/.exec(regel) ?? []
  return naam === undefined ? [] : [[keyOf(naam), { naam, breedte: Number(breedte), lengte: Number(lengte) }]]
}))

/** Every town that a distance can be measured from, by name. */
export const PLEKKEN: readonly Plek[] = [...BY_KEY.values()]

/** The town of that name ("den bosch", "’s-Hertogenbosch") or of that postcode ("8011 AB", "8011"). Undefined when there is none. */
export function findPlek(tekst: string): Plek | undefined {
  const [, gebied] = /^\s*([1-9][0-9])[0-9]{2}\s*(?:[A-Za-z]{2})?\s*$/.exec(tekst) ?? []
  if (gebied !== undefined) return BY_KEY.get(keyOf(POSTCODEGEBIEDEN[Number(gebied) - 10] ?? ''))
  const key = keyOf(tekst)
  return BY_KEY.get(key) ?? BY_KEY.get(keyOf(ANDERE_NAAM[key] ?? ''))
}

const STRAAL_KM = 6_371
const rad = (graden: number): number => (graden * Math.PI) / 180

/** How far two places are apart, in kilometres as the crow flies. */
export function afstandTussen(a: Plek, b: Plek): number {
  const [dy, dx] = [rad(b.breedte - a.breedte), rad(b.lengte - a.lengte)]
  const h = Math.sin(dy / 2) ** 2 + Math.cos(rad(a.breedte)) * Math.cos(rad(b.breedte)) * Math.sin(dx / 2) ** 2
  return 2 * STRAAL_KM * Math.asin(Math.sqrt(h))
}
