META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
1;40;Roof
2;60;Pump
